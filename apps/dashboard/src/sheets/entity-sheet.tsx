import { mdiChevronDown, mdiHistory } from '@mdi/js'
import type { Entity } from '@tali/contracts'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Curve, hasCurve } from '../controls/curve.tsx'
import { Tile } from '../controls/tile.tsx'
import { Button } from '../parts/button.tsx'
import { Copy } from '../parts/copy.tsx'
import { Icon } from '../parts/icon.tsx'
import parts from '../parts/parts.module.css'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useSaving } from '../parts/saving.tsx'
import { SheetPanel } from '../parts/sheet.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { WhyPanel } from '../why/why-panel.tsx'
import { NameFields } from './name-fields.tsx'
import css from './sheets.module.css'

/** One thing of the home, whole: its control, its day, why it is so, its name and place, and the machinery at the end. */
export function EntitySheet({ entityId }: { entityId: string }) {
  const { live, router } = useApp()
  const { t } = useWords()
  const entity = live.home.value?.entities.find((one) => one.id === entityId)
  if (!entity) {
    return (
      <SheetPanel title={entityId}>
        <p class={css.hint}>{t.entity.gone}</p>
      </SheetPanel>
    )
  }
  const state = live.state(entity.id).value
  const area = live.home.value?.areas.find((one) => one.id === entity.areaId)
  return (
    <SheetPanel title={area ? area.name : entity.name}>
      <Tile entity={entity} whole />
      {hasCurve(entity, state?.value) && <Curve entity={entity} />}
      <section class={css.fold}>
        <Fold title={t.entity.why}>
          <LatestWhy entity={entity} />
        </Fold>
        <Fold title={t.entity.edit}>
          <NameAndPlace entity={entity} />
        </Fold>
        <Fold title={t.entity.details}>
          <Machinery entity={entity} />
        </Fold>
      </section>
      <Button
        look="quiet"
        icon={mdiHistory}
        onClick={() => router.go(`/timeline?entity=${encodeURIComponent(entity.id)}`)}
      >
        {t.entity.timeline}
      </Button>
    </SheetPanel>
  )
}

/** Its content is made when it is first opened. */
function Fold({ title, children }: { title: string; children: preact.ComponentChildren }) {
  const [opened, setOpened] = useState(false)
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary class={parts.summary}>
        {title}
        <Icon path={mdiChevronDown} size={20} />
      </summary>
      {opened && children}
    </details>
  )
}

/** The chain of its latest change. */
function LatestWhy({ entity }: { entity: Entity }) {
  const { api } = useApp()
  const { t } = useWords()
  const [eventId, setEventId] = useState<string | null | undefined>(undefined)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    api
      .ledger({ entity: entity.id, limit: 20 })
      .then(
        ({ lines }) => setEventId(lines.find(({ event }) => event.type === 'tali.core.state.changed')?.id ?? null),
        setError,
      )
  }, [entity.id])
  if (error !== null) return <ProblemNote error={error} />
  if (eventId === undefined) return <Waiting text={t.common.loading} />
  if (eventId === null) return <p class={css.hint}>{t.entity.whyNone}</p>
  return <WhyPanel eventId={eventId} />
}

function NameAndPlace({ entity }: { entity: Entity }) {
  const { api, live } = useApp()
  const { t } = useWords()
  const [name, setName] = useState(entity.name)
  const [aliases, setAliases] = useState(entity.aliases.join(', '))
  const [areaId, setAreaId] = useState(entity.areaId ?? '')
  const saving = useSaving()
  const areas = live.home.value?.areas ?? []
  return (
    <form
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        void saving.run(() =>
          api.changeEntity(entity.id, { name: name.trim(), aliases: wordsOf(aliases), areaId: areaId || null }),
        )
      }}
    >
      <NameFields labels={t.entity} name={name} aliases={aliases} onName={setName} onAliases={setAliases} />
      <label class={parts.field}>
        <span>{t.entity.area}</span>
        <select class={parts.input} value={areaId} onChange={(event) => setAreaId(event.currentTarget.value)}>
          <option value="">{t.entity.noArea}</option>
          {areas.map((area) => (
            <option key={area.id} value={area.id}>
              {area.name}
            </option>
          ))}
        </select>
      </label>
      {saving.state === 'failed' && <ProblemNote error={saving.error} />}
      <div class={parts.actions}>
        <Button type="submit" look="main" disabled={saving.state === 'saving' || name.trim() === ''}>
          {saving.state === 'saving' ? t.common.saving : saving.state === 'saved' ? t.common.saved : t.common.save}
        </Button>
        <Button
          look="quiet"
          disabled={saving.state === 'saving'}
          onClick={() => void saving.run(async () => setName((await api.changeEntity(entity.id, { name: null })).name))}
        >
          {t.entity.deviceName}
        </Button>
      </div>
    </form>
  )
}

/** "sofa light, reading lamp" → two names. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter((word) => word !== '')
}

function Machinery({ entity }: { entity: Entity }) {
  const { live, clock } = useApp()
  const words = useWords()
  const { t } = words
  const state = live.state(entity.id).value
  const device = live.home.value?.devices.find((one) => one.id === entity.deviceId)
  return (
    <div class={css.form}>
      <Copy text={entity.id} />
      <dl class={css.facts}>
        {device && (
          <>
            <dt>{t.entity.device}</dt>
            <dd>{device.name}</dd>
          </>
        )}
        {device && (device.manufacturer || device.model) && (
          <>
            <dt>{t.entity.model}</dt>
            <dd>{[device.manufacturer, device.model].filter(Boolean).join(' ')}</dd>
          </>
        )}
        <dt>state</dt>
        <dd>{state?.value ?? 'unknown'}</dd>
        {Object.entries(state?.attributes ?? {}).map(([name, value]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name}=`}>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>,
        ])}
      </dl>
      <p class={css.hint}>
        {state?.changedAt && t.age.changed(words.ago(state.changedAt, clock.second.value))}
        <br />
        {state?.reportedAt ? t.age.reported(words.ago(state.reportedAt, clock.second.value)) : t.age.never}
      </p>
    </div>
  )
}
