import { mdiEyeOutline } from '@mdi/js'
import type { DeviceAccess } from '@tali/contracts'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import { Copy } from '../parts/copy.tsx'
import parts from '../parts/parts.module.css'
import { ProblemNote } from '../parts/problem-note.tsx'
import { SheetPanel } from '../parts/sheet.tsx'
import { Waiting } from '../parts/waiting.tsx'

/** How a device of one's own reaches the broker. */
export function DevicesSheet() {
  const { api } = useApp()
  const { t } = useWords()
  const [access, setAccess] = useState<DeviceAccess | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [visible, setVisible] = useState(false)
  useEffect(() => {
    api.deviceAccess().then(setAccess, setError)
  }, [])
  return (
    <SheetPanel title={t.devices.title}>
      <p>{t.devices.text}</p>
      {error !== null && <ProblemNote error={error} />}
      {!access && error === null && <Waiting text={t.common.loading} />}
      {access && (
        <>
          <div class={parts.field}>
            <span>{t.devices.host}</span>
            {access.hosts.map((host) => (
              <Copy key={host} text={host} />
            ))}
          </div>
          <div class={parts.field}>
            <span>{t.devices.port}</span>
            <Copy text={String(access.port)} />
          </div>
          <div class={parts.field}>
            <span>{t.devices.username}</span>
            <Copy text={access.username} />
          </div>
          <div class={parts.field}>
            <span>{t.devices.password}</span>
            <Copy text={access.password} shown={visible ? access.password : '••••••••••••'} />
            <Button size="small" look="quiet" icon={mdiEyeOutline} onClick={() => setVisible(!visible)}>
              {visible ? t.devices.hide : t.devices.show}
            </Button>
          </div>
        </>
      )}
    </SheetPanel>
  )
}
