import { mdiAlertOutline, mdiRefresh } from '@mdi/js'
import { Refused } from '../data/api.ts'
import { useWords } from '../app.ts'
import type { Words } from '../words/words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import css from './parts.module.css'

/** What went wrong: in our words where the reader's language has some, else in the server's, which are English. */
export function problemText(error: unknown, words: Words): string {
  if (error instanceof Refused)
    return words.t.problems[error.problem.code] ?? (error.problem.detail || words.t.common.unknownProblem)
  return words.t.common.unreachable
}

export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords()
  return (
    <div class={css.note} role="alert">
      <Icon path={mdiAlertOutline} size={22} />
      <div>
        <p>{problemText(error, words)}</p>
        {onRetry && (
          <Button size="small" icon={mdiRefresh} onClick={onRetry}>
            {words.t.common.retry}
          </Button>
        )}
      </div>
    </div>
  )
}
