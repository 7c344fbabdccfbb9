import type { Language, Welcome } from '@tali/contracts'
import { useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import { Choices } from '../parts/choices.tsx'
import { focusFirst } from '../parts/focus-first.ts'
import parts from '../parts/parts.module.css'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useSaving } from '../parts/saving.tsx'
import { initialOf } from '../shell/navigation.tsx'
import { languageNames } from '../words/words.ts'
import css from './welcome.module.css'

/** A new resident by name and language, or one that is known already. */
export function WhoStep({ welcome, onBecome }: { welcome: Welcome; onBecome: () => Promise<void> }) {
  const { api, session } = useApp()
  const { t, language } = useWords()
  const [fresh, setFresh] = useState(welcome.residents.length === 0)
  const [name, setName] = useState('')
  const saving = useSaving()
  const become = (who: { name: string; language: Language } | { residentId: string }): void => {
    void saving.run(async () => {
      await api.become(who)
      await onBecome()
    })
  }
  if (!fresh) {
    return (
      <div class={css.form}>
        <h1>{t.welcome.whoPick}</h1>
        <ul class={css.residents}>
          {welcome.residents.map((resident) => (
            <li key={resident.id}>
              <button type="button" onClick={() => become({ residentId: resident.id })}>
                <i aria-hidden="true">{initialOf(resident.name)}</i>
                {resident.name}
              </button>
            </li>
          ))}
          <li>
            <button type="button" onClick={() => setFresh(true)}>
              <i aria-hidden="true">+</i>
              {t.welcome.somebodyNew}
            </button>
          </li>
        </ul>
        {saving.state === 'failed' && <ProblemNote error={saving.error} />}
      </div>
    )
  }
  return (
    <form
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        become({ name: name.trim(), language })
      }}
    >
      <div>
        <h1>{t.welcome.whoTitle}</h1>
        <p>{t.welcome.whoText}</p>
      </div>
      <label class={parts.field}>
        <span>{t.welcome.yourName}</span>
        <input
          class={parts.input}
          value={name}
          autocomplete="given-name"
          maxLength={60}
          ref={focusFirst}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <div class={parts.field}>
        <span>{t.welcome.language}</span>
        <Choices
          name={t.welcome.language}
          value={language}
          options={languageNames}
          onChoose={(one) => session.chooseLanguage(one)}
        />
      </div>
      {saving.state === 'failed' && <ProblemNote error={saving.error} />}
      <div class={css.buttons}>
        <Button type="submit" look="main" disabled={name.trim() === '' || saving.state === 'saving'}>
          {saving.state === 'saving' ? t.common.saving : t.common.next}
        </Button>
        <Button
          look="quiet"
          disabled={saving.state === 'saving'}
          onClick={() => become({ name: t.welcome.defaultName, language })}
        >
          {t.common.skip}
        </Button>
      </div>
    </form>
  )
}
