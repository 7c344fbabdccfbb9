import { mdiHomeImportOutline, mdiPause, mdiPlay } from '@mdi/js'
import { useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

/** Vacuum cleaners and lawn mowers: Home Assistant names their actions differently. */
export function VacuumBody({ handle: { entity, can, shown, disabled, run } }: { handle: Handle }) {
  const { t } = useWords()
  const mows = entity.domain === 'lawn_mower'
  const [start, home] = mows ? ['start_mowing', 'dock'] : ['start', 'return_to_base']
  const busy = shown?.value === 'cleaning' || shown?.value === 'mowing'
  return (
    <div class={css.row}>
      {busy && can.can('pause') ? (
        <Button size="small" icon={mdiPause} disabled={disabled} onClick={() => run('pause')}>
          {t.action.pause}
        </Button>
      ) : (
        <Button size="small" icon={mdiPlay} disabled={disabled} onClick={() => run(start)}>
          {t.action.start}
        </Button>
      )}
      <Button
        size="small"
        icon={mdiHomeImportOutline}
        disabled={disabled || shown?.value === 'docked'}
        onClick={() => run(home)}
      >
        {t.action.return_to_base}
      </Button>
    </div>
  )
}
