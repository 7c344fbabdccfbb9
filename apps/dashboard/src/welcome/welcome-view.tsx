import type { Welcome } from '@tali/contracts'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Choices } from '../parts/choices.tsx'
import { Emblem } from '../shell/emblem.tsx'
import { languageNames } from '../words/words.ts'
import { AreasStep } from './areas-step.tsx'
import { CodeStep } from './code-step.tsx'
import { WhoStep } from './who-step.tsx'
import css from './welcome.module.css'

/** `code → who → areas`; a code that was made for one resident goes straight in. */
type Step = { name: 'code' } | { name: 'who'; welcome: Welcome } | { name: 'areas'; welcome: Welcome }

/** Set while this tab has a pass, whose cookie no script can see. */
const passKey = 'tali.pass'

export function WelcomeView() {
  const { session, router, api } = useApp()
  const { t, language } = useWords()
  const [step, setStep] = useState<Step>({ name: 'code' })
  const setUp = session.status.value?.setUp ?? true
  useEffect(() => {
    document.title = `${t.welcome.title} · TALI`
  }, [t])

  useEffect(() => {
    // Reloaded after the code was spent: its pass is good for a while, and whoever typed it need not begin again.
    if (sessionStorage.getItem(passKey) !== null) api.welcome().then(enter, () => sessionStorage.removeItem(passKey))
  }, [])

  async function enter(welcome: Welcome): Promise<void> {
    if (welcome.residentId === null) return setStep({ name: 'who', welcome })
    await api.become({ residentId: welcome.residentId })
    await finish('/')
  }
  /** Signed in by now; the session begins, and the page behind it. */
  async function finish(to: string): Promise<void> {
    session.enter(await api.me())
    router.go(to, { replace: true })
  }
  const steps = setUp ? 2 : 3
  const at = { code: 1, who: 2, areas: 3 }[step.name]
  return (
    <main class={css.welcome} id="content">
      <div class={css.panel} data-step={step.name}>
        <header>
          <Emblem size={52} />
          <div class={css.progress} role="img" aria-label={t.welcome.step(at, steps)}>
            {Array.from({ length: steps }, (_, n) => (
              <i key={n} data-done={n < at || undefined} />
            ))}
          </div>
        </header>
        {step.name === 'code' && (
          <CodeStep
            firstTime={!setUp}
            onWelcome={(welcome) => {
              sessionStorage.setItem(passKey, 'yes')
              return enter(welcome)
            }}
          />
        )}
        {step.name === 'who' && (
          <WhoStep
            welcome={step.welcome}
            onBecome={async () => {
              sessionStorage.removeItem(passKey)
              if (step.welcome.firstResident && step.welcome.areas.length > 0) {
                setStep({ name: 'areas', welcome: step.welcome })
              } else await finish('/')
            }}
          />
        )}
        {step.name === 'areas' && <AreasStep welcome={step.welcome} onDone={() => finish('/house')} />}
      </div>
      {step.name === 'code' && (
        <Choices
          name={t.welcome.language}
          value={language}
          options={languageNames}
          onChoose={(one) => session.chooseLanguage(one)}
        />
      )}
    </main>
  )
}
