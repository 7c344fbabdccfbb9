import type { CauseStep, EntityRef, LedgerEvent } from '@tali/contracts'

/** A ledger line as a link of a chain: what is told of it, with the entity by its present name. */
export function causeStep(event: LedgerEvent, refer: (entityId: string) => EntityRef): CauseStep {
  return {
    eventId: event.id,
    at: event.at,
    type: event.type,
    entity: 'entityId' in event ? refer(event.entityId) : null,
    cause: event.cause,
    from: 'from' in event ? event.from : null,
    to: toOf(event),
    unit: 'unit' in event ? event.unit : null,
    attributes: 'attributes' in event ? event.attributes : {},
    action: 'action' in event ? event.action : null,
    parameters: 'parameters' in event ? event.parameters : {},
    outcome: 'outcome' in event ? event.outcome : null,
    name: nameOf(event),
    text: 'text' in event ? event.text : null,
  }
}

function toOf(event: LedgerEvent): string | null {
  if (event.type === 'tali.core.availability.changed') return event.available ? 'online' : 'offline'
  return 'to' in event ? event.to : null
}

/** Of a timer or a resident; an entity has its own. */
function nameOf(event: LedgerEvent): string | null {
  return 'name' in event && !('entityId' in event) ? event.name : null
}
