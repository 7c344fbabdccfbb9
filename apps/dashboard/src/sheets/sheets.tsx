import { useApp } from '../app.ts'
import { AreaSheet } from './area-sheet.tsx'
import { DevicesSheet } from './devices-sheet.tsx'
import { EntitySheet } from './entity-sheet.tsx'
import { GroupSheet } from './group-sheet.tsx'
import { KeysSheet } from './keys-sheet.tsx'
import { MeSheet } from './me-sheet.tsx'
import { PairingSheet } from './pairing-sheet.tsx'
import { TokensSheet } from './tokens-sheet.tsx'

/** The panel that lies over the view, if one does. */
export function Sheets() {
  const { router } = useApp()
  const sheet = router.sheet.value
  switch (sheet?.kind) {
    case undefined:
      return null
    case 'me':
      return <MeSheet />
    case 'keys':
      return <KeysSheet />
    case 'tokens':
      return <TokensSheet />
    case 'devices':
      return <DevicesSheet />
    case 'pairing':
      return <PairingSheet />
    case 'entity':
      return <EntitySheet key={sheet.entityId} entityId={sheet.entityId} />
    case 'area':
      return <AreaSheet key={sheet.areaId} areaId={sheet.areaId} />
    case 'group':
      return <GroupSheet group={sheet.group} />
  }
}
