import type { Welcome } from '@tali/contracts'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import { focusFirst } from '../parts/focus-first.ts'
import parts from '../parts/parts.module.css'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useSaving } from '../parts/saving.tsx'
import css from './welcome.module.css'

/** The code from the terminal or from a resident; an address that ends in `#code` brings it along. */
export function CodeStep(props: { firstTime: boolean; onWelcome: (welcome: Welcome) => Promise<void> }) {
  const { api } = useApp()
  const { t } = useWords()
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const saving = useSaving()
  useEffect(() => {
    // A code that was carried in the address must not stay in the browser's history.
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search)
  }, [])
  return (
    <form
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        void saving.run(async () => props.onWelcome(await api.spendCode(code.trim())))
      }}
    >
      <div>
        <h1>{props.firstTime ? t.welcome.codeTitle : t.welcome.signInTitle}</h1>
        <p>{props.firstTime ? t.welcome.codeText : t.welcome.signInText}</p>
      </div>
      <label class={parts.field}>
        <span>{t.welcome.code}</span>
        <input
          class={`${parts.input} ${css.code}`}
          value={code}
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          ref={focusFirst}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </label>
      {saving.state === 'failed' && <ProblemNote error={saving.error} />}
      <Button type="submit" look="main" disabled={code.trim() === '' || saving.state === 'saving'}>
        {saving.state === 'saving' ? t.welcome.codeChecking : t.common.next}
      </Button>
    </form>
  )
}
