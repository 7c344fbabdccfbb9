import type { ProcessReply, Say, TurnReply } from '@tali/contracts'

type Data = ProcessReply['response']['data']
type Target = Data['success'][number]

/** Our reply in the shape of Home Assistant's conversation API, as its clients expect it. */
export function toHomeAssistant(reply: TurnReply): ProcessReply {
  const says = reply.parts.map((part) => part.say)
  const code = says.map(errorCode).find((each) => each !== null) ?? null
  const did = says.filter((say) => say.kind === 'did')
  const tried = did.flatMap((say) => say.results)
  const good = (outcome: string) => outcome === 'confirmed' || outcome === 'already'
  // A turn of which something succeeded is done, though not all of it; `failed` has the rest.
  const failed = code !== null && !tried.some((result) => good(result.outcome))
  return {
    conversation_id: reply.conversationId,
    continue_conversation: says.some((say) => say.kind === 'ask'),
    response: {
      response_type: failed ? 'error' : did.length > 0 ? 'action_done' : 'query_answer',
      language: reply.language,
      speech: { plain: { speech: reply.speech, extra_data: null } },
      card: {},
      data: {
        targets: did.flatMap((say) => areaTarget(say)),
        success: [
          ...tried.filter((result) => good(result.outcome)).map(({ entity }) => target(entity)),
          ...says.flatMap(answered),
        ],
        failed: tried.filter((result) => !good(result.outcome)).map(({ entity }) => target(entity)),
        ...(failed && { code: code ?? 'unknown' }),
      },
    },
  }
}

function errorCode(say: Say): Data['code'] | null {
  if (say.kind === 'not_understood')
    return say.why === 'no_match' || say.why === 'empty' || say.why === 'too_long'
      ? 'no_intent_match'
      : 'no_valid_targets'
  if (say.kind === 'trouble') return 'failed_to_handle'
  if (say.kind === 'did' && say.results.every(({ outcome }) => outcome !== 'confirmed' && outcome !== 'already'))
    return 'failed_to_handle'
  return null
}

/** The entities that an answer is about. */
function answered(say: Say): Target[] {
  if (say.kind === 'value') return say.readings.map(({ entity }) => target(entity))
  if (say.kind === 'truth' || say.kind === 'set') return say.matching.map(({ entity }) => target(entity))
  return []
}

function areaTarget({ scope }: { scope: { areaName: string | null } }): Target[] {
  return scope.areaName === null ? [] : [{ type: 'area', name: scope.areaName, id: null }]
}

function target({ id, name }: { id: string; name: string }): Target {
  return { type: 'entity', name, id }
}
