import { mdiShieldOffOutline } from '@mdi/js'
import { useState } from 'preact/hooks'
import { useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import { HoldButton } from '../parts/hold-button.tsx'
import parts from '../parts/parts.module.css'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

const armings = ['alarm_arm_home', 'alarm_arm_away', 'alarm_arm_night'] as const

export function AlarmBody({ handle: { can, shown, disabled, run } }: { handle: Handle }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const armed = shown !== null && shown.value !== 'disarmed' && shown.value !== 'unknown'
  const asks = can.codeFor(armed ? 'alarm_disarm' : 'alarm_arm_away')
  const send = (action: string): void => run(action, asks ? { code } : {})
  return (
    <>
      {asks && (
        <input
          class={parts.input}
          type="password"
          inputMode="numeric"
          autocomplete="off"
          aria-label={t.welcome.code}
          placeholder={t.welcome.code}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      )}
      <div class={css.row}>
        {armed ? (
          <HoldButton
            icon={mdiShieldOffOutline}
            label={t.action.holdToDisarm}
            holding={t.action.keepHolding}
            disabled={disabled}
            onHeld={() => send('alarm_disarm')}
          />
        ) : (
          armings
            .filter((action, at) => can.can(action) && at < 2)
            .map((action) => (
              <Button key={action} size="small" disabled={disabled} onClick={() => send(action)}>
                {t.action[action]}
              </Button>
            ))
        )}
      </div>
    </>
  )
}
