import type { ChatMessage, TurnPart } from '@tali/contracts'
import { useWords } from '../app.ts'
import { SayCard } from './say-card.tsx'
import type { Group } from './groups.ts'
import css from './chat.module.css'

export function MessageGroup({ group, mine }: { group: Group; mine: boolean }) {
  const words = useWords()
  const { author } = group
  const name = author.kind === 'tali' ? 'TALI' : author.name
  return (
    <section class={css.group} data-author={author.kind === 'tali' ? 'tali' : mine ? 'me' : 'other'} aria-label={name}>
      <header class={mine ? 'unseen' : css.by}>
        {name} <time dateTime={group.at}>{words.time(group.at)}</time>
      </header>
      {group.messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </section>
  )
}

function Message({ message }: { message: ChatMessage }) {
  const words = useWords()
  if (message.author.kind === 'resident') {
    return (
      <p class={css.said} title={words.timeExact(message.at)}>
        {message.text}
      </p>
    )
  }
  if (message.parts.length === 0) return <p class={css.answer}>{message.text}</p>
  return (
    <>
      {message.parts.map((part, at) => (
        <Part key={at} part={part} at={message.at} />
      ))}
    </>
  )
}

/** One clause: its sentence, and what there is to see and do beneath it. */
export function Part({ part, at }: { part: TurnPart; at: string }) {
  return (
    <div class={css.part}>
      <p class={css.answer}>{part.worded.text}</p>
      <SayCard say={part.say} at={at} />
    </div>
  )
}
