import type { Area, Floor, Welcome } from '@tali/contracts'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { iconOfArea } from '../home/rooms.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { focusFirst } from '../parts/focus-first.ts'
import parts from '../parts/parts.module.css'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useSaving } from '../parts/saving.tsx'
import css from './welcome.module.css'

const newFloor = '+'

/** The rooms that devices named: renamed and put on a floor, each change kept at once. */
export function AreasStep({ welcome, onDone }: { welcome: Welcome; onDone: () => Promise<void> }) {
  const { api } = useApp()
  const { t } = useWords()
  const [areas, setAreas] = useState(welcome.areas)
  const [floors, setFloors] = useState(welcome.floors)
  /** The area that waits for a new floor's name. */
  const [asking, setAsking] = useState<string | null>(null)
  const saving = useSaving()
  const leaving = useSaving()
  useEffect(() => {
    // Rooms may have come since the code was spent.
    api.home().then(
      ({ home }) => {
        setAreas(home.areas)
        setFloors(home.floors)
      },
      () => undefined,
    )
  }, [])

  function change(area: Area, change: { name?: string; floorId?: string | null }): void {
    setAreas((all) => all.map((one) => (one.id === area.id ? { ...one, ...change } : one)))
    void saving.run(() => api.changeArea(area.id, change))
  }
  async function addFloor(area: Area, name: string): Promise<void> {
    setAsking(null)
    if (name === '') return
    await saving.run(async () => {
      const floor = await api.addFloor({ name })
      setFloors((all) => [...all, floor])
      await api.changeArea(area.id, { floorId: floor.id })
      setAreas((all) => all.map((one) => (one.id === area.id ? { ...one, floorId: floor.id } : one)))
    })
  }
  return (
    <div class={css.form}>
      <div>
        <h1>{t.welcome.areasTitle}</h1>
        <p>{areas.length > 0 ? t.welcome.areasText : t.welcome.areasNone}</p>
      </div>
      <ul class={css.areas}>
        {areas.map((area) => (
          <li key={area.id}>
            <Icon path={iconOfArea(area)} />
            <input
              class={parts.input}
              aria-label={t.welcome.areaName(area.name)}
              value={area.name}
              maxLength={80}
              onChange={(event) =>
                event.currentTarget.value.trim() && change(area, { name: event.currentTarget.value.trim() })
              }
            />
            {asking === area.id ? (
              <input
                class={parts.input}
                aria-label={t.welcome.newFloorName}
                placeholder={t.welcome.newFloorName}
                maxLength={80}
                ref={focusFirst}
                onChange={(event) => void addFloor(area, event.currentTarget.value.trim())}
                onBlur={() => setAsking(null)}
              />
            ) : (
              <FloorSelect
                area={area}
                floors={floors}
                onAsk={() => setAsking(area.id)}
                onChoose={(floorId) => change(area, { floorId })}
              />
            )}
          </li>
        ))}
      </ul>
      {saving.state === 'failed' && <ProblemNote error={saving.error} />}
      {leaving.state === 'failed' && <ProblemNote error={leaving.error} />}
      <p class={css.saved} role="status">
        {saving.state === 'saving' ? t.common.saving : saving.state === 'saved' ? t.common.saved : ''}
      </p>
      <div class={css.buttons}>
        <Button look="main" onClick={() => void leaving.run(onDone)}>
          {t.welcome.start}
        </Button>
        <Button look="quiet" onClick={() => void leaving.run(onDone)}>
          {t.common.skip}
        </Button>
      </div>
    </div>
  )
}

function FloorSelect(props: {
  area: Area
  floors: Floor[]
  onAsk: () => void
  onChoose: (floorId: string | null) => void
}) {
  const { t } = useWords()
  return (
    <select
      class={parts.input}
      aria-label={t.welcome.areaFloor(props.area.name)}
      value={props.area.floorId ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget
        if (value === newFloor) props.onAsk()
        else props.onChoose(value || null)
      }}
    >
      <option value="">{t.area.noFloor}</option>
      {props.floors.map((floor) => (
        <option key={floor.id} value={floor.id}>
          {floor.name}
        </option>
      ))}
      <option value={newFloor}>{t.welcome.newFloor}</option>
    </select>
  )
}
