import type { PairingCode, Resident } from '@tali/contracts'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import { Copy } from '../parts/copy.tsx'
import parts from '../parts/parts.module.css'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useSaving } from '../parts/saving.tsx'
import { SheetPanel } from '../parts/sheet.tsx'
import css from './sheets.module.css'

/** A single-use code for one more browser: of a new resident, or of one that is known. */
export function PairingSheet() {
  const { api, clock } = useApp()
  const words = useWords()
  const { t } = words
  const [residents, setResidents] = useState<Resident[]>([])
  const [residentId, setResidentId] = useState('')
  const [code, setCode] = useState<PairingCode | null>(null)
  const saving = useSaving()
  useEffect(() => {
    void saving.run(async () => setResidents(await api.residents()))
  }, [])
  const left = code ? (Date.parse(code.expiresAt) - clock.second.value) / 1_000 : 0
  return (
    <SheetPanel title={t.pairing.title}>
      <p>{t.pairing.text}</p>
      <label class={parts.field}>
        <span>{t.pairing.forWhom}</span>
        <select
          class={parts.input}
          value={residentId}
          onChange={(event) => {
            setResidentId(event.currentTarget.value)
            setCode(null)
          }}
        >
          <option value="">{t.pairing.newResident}</option>
          {residents.map((resident) => (
            <option key={resident.id} value={resident.id}>
              {resident.name}
            </option>
          ))}
        </select>
      </label>
      {code && left > 0 && (
        <>
          <div class={parts.field}>
            <span>{t.pairing.address}</span>
            <Copy text={`${location.origin}/welcome#${code.code}`} shown={`${location.origin}/welcome`} />
          </div>
          <div class={parts.field}>
            <span>
              {t.pairing.code} · {t.pairing.left(words.countdown(left))}
            </span>
            <Copy text={code.code} big />
          </div>
        </>
      )}
      {code && left <= 0 && <p class={css.hint}>{t.pairing.over}</p>}
      {saving.state === 'failed' && <ProblemNote error={saving.error} />}
      <Button
        {...(code ? {} : { look: 'main' as const })}
        disabled={saving.state === 'saving'}
        onClick={() => void saving.run(async () => setCode(await api.makePairingCode(residentId || null)))}
      >
        {code ? t.pairing.again : t.pairing.make}
      </Button>
    </SheetPanel>
  )
}
