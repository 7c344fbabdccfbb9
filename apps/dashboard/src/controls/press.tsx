import { useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import type { Handle } from './thing.ts'

export function PressButton({ handle: { entity, disabled, run } }: { handle: Handle }) {
  const { t } = useWords()
  const scene = entity.domain === 'scene' || entity.domain === 'script'
  return (
    <Button size="small" disabled={disabled} onClick={() => run(scene ? 'turn_on' : 'press')}>
      {scene ? t.action.activate : t.action.press}
    </Button>
  )
}
