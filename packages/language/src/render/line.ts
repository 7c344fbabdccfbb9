import type { Attributes, Cause, CauseStep, EntityRef, LedgerEvent } from '@tali/contracts'

/** What happened, whether it comes from the ledger or from a causal chain. */
export interface Line {
  type: string
  at: string
  cause: Cause
  entity: EntityRef | null
  from: string | null
  to: string | null
  /** Unit of `from` and `to`, where it is known. */
  unit: string | null
  attributes: Attributes
  action: string | null
  parameters: Attributes
  outcome: string | null
  tookMs: number | null
  text: string | null
  /** Of a timer or a resident. */
  name: string | null
  seconds: number | null
  version: string | null
}

export function lineOfStep(step: CauseStep): Line {
  const { eventId: _, ...told } = step
  return { ...nothing, ...told, unit: step.unit ?? unitOfClass(step.entity) }
}

/** `entityOf` gives what an entity is called now; without it the ledger's name of that time is used. */
export function lineOfEvent(event: LedgerEvent, entityOf: (entityId: string) => EntityRef | undefined): Line {
  const line: Line = { ...nothing, type: event.type, at: event.at, cause: event.cause }
  switch (event.type) {
    case 'tali.core.state.changed': {
      const { from, to, unit, attributes } = event
      const entity = refOf(event, entityOf)
      return { ...line, entity, from, to, attributes, unit: unit ?? unitOfClass(entity) }
    }
    case 'tali.core.availability.changed':
      return { ...line, entity: refOf(event, entityOf), to: event.available ? 'online' : 'offline' }
    case 'tali.core.turn.received':
      return { ...line, text: event.text }
    case 'tali.core.command.sent':
      return { ...line, entity: refOf(event, entityOf), action: event.action, parameters: event.parameters }
    case 'tali.core.command.concluded': {
      const { action, parameters, outcome, tookMs } = event
      return { ...line, entity: refOf(event, entityOf), action, parameters, outcome, tookMs }
    }
    case 'tali.core.entity.discovered':
    case 'tali.core.entity.removed':
      return { ...line, entity: refOf(event, entityOf) }
    case 'tali.core.timer.started':
      return { ...line, name: event.name, seconds: event.seconds }
    case 'tali.core.timer.finished':
    case 'tali.core.resident.joined':
      return { ...line, name: event.name }
    case 'tali.core.service.started':
      return { ...line, version: event.version }
  }
}

const nothing = {
  entity: null,
  from: null,
  to: null,
  unit: null,
  attributes: {},
  action: null,
  parameters: {},
  outcome: null,
  tookMs: null,
  text: null,
  name: null,
  seconds: null,
  version: null,
}

function refOf(
  event: { entityId: string; name: string },
  entityOf: (entityId: string) => EntityRef | undefined,
): EntityRef {
  const { entityId: id, name } = event
  return entityOf(id) ?? { id, name, domain: id.split('.')[0] ?? '', deviceClass: null, areaName: null }
}

/** Classes whose unit Home Assistant fixes. */
function unitOfClass(entity: EntityRef | null): string | null {
  const { domain, deviceClass } = entity ?? { domain: '', deviceClass: null }
  return domain === 'sensor' && (deviceClass === 'humidity' || deviceClass === 'battery') ? '%' : null
}
