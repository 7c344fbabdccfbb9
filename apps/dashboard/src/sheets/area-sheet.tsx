import { mdiDeleteOutline } from '@mdi/js'
import { useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import parts from '../parts/parts.module.css'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useSaving } from '../parts/saving.tsx'
import { SheetPanel } from '../parts/sheet.tsx'
import { wordsOf } from './entity-sheet.tsx'
import { NameFields } from './name-fields.tsx'
import css from './sheets.module.css'

export function AreaSheet({ areaId }: { areaId: string }) {
  const { api, live, router } = useApp()
  const { t } = useWords()
  const home = live.home.value
  const area = home?.areas.find((one) => one.id === areaId)
  const [name, setName] = useState(area?.name ?? '')
  const [aliases, setAliases] = useState(area?.aliases.join(', ') ?? '')
  const [floorId, setFloorId] = useState(area?.floorId ?? '')
  const [sure, setSure] = useState(false)
  const saving = useSaving()
  if (!area) return <SheetPanel title={t.house.areaGone}>{null}</SheetPanel>
  return (
    <SheetPanel title={area.name}>
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          const change = { name: name.trim(), aliases: wordsOf(aliases), floorId: floorId || null }
          void saving.run(() => api.changeArea(areaId, change)).then((worked) => worked && router.close())
        }}
      >
        <NameFields labels={t.area} name={name} aliases={aliases} onName={setName} onAliases={setAliases} />
        <label class={parts.field}>
          <span>{t.area.floor}</span>
          <select class={parts.input} value={floorId} onChange={(event) => setFloorId(event.currentTarget.value)}>
            <option value="">{t.area.noFloor}</option>
            {home?.floors.map((floor) => (
              <option key={floor.id} value={floor.id}>
                {floor.name}
              </option>
            ))}
          </select>
        </label>
        {saving.state === 'failed' && <ProblemNote error={saving.error} />}
        <Button type="submit" look="main" disabled={saving.state === 'saving' || name.trim() === ''}>
          {saving.state === 'saving' ? t.common.saving : t.common.save}
        </Button>
      </form>
      <div class={css.danger}>
        <p class={css.hint}>{t.area.removeHint}</p>
        <Button
          look="danger"
          icon={mdiDeleteOutline}
          disabled={saving.state === 'saving'}
          onClick={() => {
            if (!sure) return setSure(true)
            void saving.run(() => api.removeArea(areaId)).then((worked) => worked && router.go('/house'))
          }}
        >
          {sure ? t.area.reallyRemove : t.area.remove}
        </Button>
      </div>
    </SheetPanel>
  )
}
