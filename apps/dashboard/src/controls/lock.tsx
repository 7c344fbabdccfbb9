import { mdiLockOpenVariantOutline, mdiLockOutline } from '@mdi/js'
import { useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import { HoldButton } from '../parts/hold-button.tsx'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

/** Locking is a tap; unlocking is held, and then the gate asks. */
export function LockBody({ handle: { shown, disabled, run } }: { handle: Handle }) {
  const { t } = useWords()
  const locked = shown?.value === 'locked'
  return (
    <div class={css.row}>
      {locked ? (
        <HoldButton
          icon={mdiLockOpenVariantOutline}
          label={t.action.holdToUnlock}
          holding={t.action.keepHolding}
          disabled={disabled}
          onHeld={() => run('unlock')}
        />
      ) : (
        <Button icon={mdiLockOutline} disabled={disabled} onClick={() => run('lock')}>
          {t.action.lock}
        </Button>
      )}
    </div>
  )
}
