import type { Entity, EntityState } from '@tali/contracts'
import { useApp } from '../app.ts'
import type { CommandState } from '../data/commands.ts'
import { abilitiesOf, type Abilities } from '../home/abilities.ts'
import { expected } from '../home/expected.ts'

/** What a control works with. */
export interface Handle {
  entity: Entity
  can: Abilities
  /** As the device reports. */
  state: EntityState | null
  /** As the control shows it: the same, or what it will be once the command on its way has worked. */
  shown: EntityState | null
  command: CommandState | null
  /** Nothing can be sent: the device is offline, or we have no line. */
  disabled: boolean
  run: (action: string, parameters?: Record<string, unknown>) => void
}

export function useThing(entity: Entity): Handle {
  const { live, commands, online } = useApp()
  const state = live.state(entity.id).value
  const command = commands.of(entity.id).value
  const shown =
    state && command?.phase === 'sent' && state.available ? expected(state, command.action, command.parameters) : state
  return {
    entity,
    can: abilitiesOf(entity),
    state,
    shown,
    command,
    disabled: !online.value || state?.available === false,
    run: (action, parameters) => void commands.run(entity.id, action, parameters),
  }
}
