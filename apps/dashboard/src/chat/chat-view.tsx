import type { ChatMessage } from '@tali/contracts'
import { useEffect, useRef } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Emblem } from '../shell/emblem.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { Composer } from './composer.tsx'
import { groupsOf } from './groups.ts'
import { MessageGroup } from './message.tsx'
import { OutgoingMessage } from './outgoing.tsx'
import { RunningTurnView } from './running-turn.tsx'
import css from './chat.module.css'

/** @param beside as a narrow column beside the house */
export function ChatView({ beside = false }: { beside?: boolean }) {
  const { chat, session, clock } = useApp()
  const words = useWords()
  const messages = chat.messages.value
  const turns = chat.turns.value
  const outgoing = chat.outgoing.value
  const me = session.me.value?.resident.id ?? ''
  const empty = chat.known.value && messages.length === 0 && outgoing.length === 0 && turns.length === 0
  const log = useRef<HTMLDivElement>(null)

  // Whoever sends wants to see it, wherever they had scrolled to.
  useEffect(() => log.current?.scrollTo({ top: 0 }), [outgoing.length > 0])

  return (
    <div class={css.chat} data-beside={beside || undefined}>
      {!beside && <h1 class="unseen">{words.t.chat.title}</h1>}
      <div
        class={css.scroll}
        ref={log}
        tabIndex={-1}
        onScroll={(event) => {
          const { scrollHeight, clientHeight, scrollTop } = event.currentTarget
          if (scrollHeight - clientHeight + scrollTop < 200) void chat.loadOlder()
        }}
      >
        <div class={css.log} role="log" aria-label={words.t.chat.log} aria-live="polite">
          {chat.more.value ? (
            <p class={css.edge}>{words.t.chat.older}</p>
          ) : (
            messages.length > 4 && <p class={css.edge}>{words.t.chat.start}</p>
          )}
          {!chat.known.value && messages.length === 0 && <Waiting text={words.t.offline.connecting} />}
          {groupsOf(messages).map((group, at, all) => {
            const day = words.day(group.at, clock.now())
            const before = all[at - 1]
            const fresh = !before || words.day(before.at, clock.now()) !== day
            return (
              <div key={group.messages[0]?.id} class={css.block}>
                {fresh && <p class={css.day}>{day}</p>}
                <MessageGroup group={group} mine={isMine(group.messages[0], me)} />
              </div>
            )
          })}
          {turns.map((turn) => (
            <RunningTurnView key={turn.turnId} turn={turn} />
          ))}
          {outgoing.map((one) => (
            <OutgoingMessage key={one.id} outgoing={one} />
          ))}
        </div>
        {empty && <Greeting beside={beside} />}
      </div>
      <Composer large={empty && !beside} />
    </div>
  )
}

function isMine(message: ChatMessage | undefined, residentId: string): boolean {
  return message?.author.kind === 'resident' && message.author.residentId === residentId
}

function Greeting({ beside }: { beside: boolean }) {
  const { session, clock } = useApp()
  const { t } = useWords()
  const hour = new Date(clock.now()).getHours()
  const time = hour < 5 ? 'night' : hour < 11 ? 'morning' : hour < 18 ? 'day' : 'evening'
  const name = session.me.value?.resident.name ?? ''
  return (
    <div class={css.greeting} data-beside={beside || undefined}>
      <Emblem size={beside ? 44 : 56} />
      <p>{t.chat.greet(t.chat.greeting[time === 'night' ? 'evening' : time], name)}</p>
      <p>{t.chat.ask}</p>
    </div>
  )
}
