import { mdiPause, mdiPlay, mdiPower, mdiSkipNext } from '@mdi/js'
import { useWords } from '../app.ts'
import { numberAttribute } from '../home/state-text.ts'
import { RoundButton } from '../parts/button.tsx'
import { Slider } from '../parts/slider.tsx'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

export function MediaBody({ handle, onDrag }: { handle: Handle; onDrag: (text: string | null) => void }) {
  const words = useWords()
  const { t } = words
  const { entity, can, shown, disabled, run } = handle
  const playing = shown?.value === 'playing'
  const off = shown?.value === 'off'
  const volume = numberAttribute(shown, 'volume_level')
  return (
    <div class={css.row}>
      <div class={css.buttons}>
        {off && can.can('turn_on') ? (
          <RoundButton
            filled
            icon={mdiPower}
            name={`${t.action.turn_on}, ${entity.name}`}
            disabled={disabled}
            onClick={() => run('turn_on')}
          />
        ) : (
          <RoundButton
            filled
            icon={playing ? mdiPause : mdiPlay}
            name={`${playing ? t.action.pause : t.action.play}, ${entity.name}`}
            disabled={disabled}
            onClick={() => run(playing ? 'media_pause' : 'media_play')}
          />
        )}
        {can.can('media_next_track') && (
          <RoundButton
            filled
            icon={mdiSkipNext}
            name={`${t.action.next}, ${entity.name}`}
            disabled={disabled || off}
            onClick={() => run('media_next_track')}
          />
        )}
      </div>
      {can.can('volume_set') && (
        <Slider
          name={`${t.control.volume}, ${entity.name}`}
          value={volume === null ? null : Math.round(volume * 100)}
          look="cool"
          off={volume === null}
          disabled={disabled || off}
          text={words.percent}
          onDrag={(value) => onDrag(value === null ? null : `${t.control.volume} ${words.percent(value)}`)}
          onChoose={(value) => run('volume_set', { volume_level: value / 100 })}
        />
      )}
    </div>
  )
}
