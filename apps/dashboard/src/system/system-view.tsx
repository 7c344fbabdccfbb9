import { mdiAccessPoint, mdiAlertOutline, mdiCheck, mdiConsoleLine, mdiHomeOutline, mdiKeyOutline } from '@mdi/js'
import type { SystemHealth } from '@tali/contracts'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Icon } from '../parts/icon.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Waiting } from '../parts/waiting.tsx'
import type { Words } from '../words/words.ts'
import { mapOf, type Part } from './parts.ts'
import { PartDetails } from './part-details.tsx'
import css from './system.module.css'

const askEveryMs = 5_000

export function SystemView() {
  const { health, session } = useApp()
  const { t } = useWords()
  const latest = health.latest.value
  const error = health.error.value
  useEffect(() => {
    void health.ask()
    const timer = setInterval(() => void health.ask(), askEveryMs)
    return () => clearInterval(timer)
  }, [])
  return (
    <div class={css.view}>
      <h1 class="unseen">{t.system.title}</h1>
      {latest && <Verdict latest={latest} />}
      {error !== null && <ProblemNote error={error} onRetry={() => void health.ask()} />}
      {!latest && error === null && <Waiting text={t.system.asking} />}
      {latest && <Map latest={latest} />}
      {session.status.value?.demo && (
        <p class={css.demo}>
          <Icon path={mdiHomeOutline} size={20} />
          {t.system.demo}
        </p>
      )}
      <Links />
    </div>
  )
}

/** One sentence: is all well? */
function Verdict({ latest }: { latest: SystemHealth }) {
  const { clock } = useApp()
  const words = useWords()
  const { t } = words
  const { way, beside } = mapOf(latest)
  const ailing = [...way, ...beside].filter((part) => part.status !== 'up')
  const worst = ailing.filter((part) => part.status === 'down')
  const names = words.list((worst.length > 0 ? worst : ailing).map((part) => partName(part, words)))
  const sentence =
    latest.status === 'up' ? t.system.well : latest.status === 'down' ? t.system.down(names) : t.system.degraded(names)
  return (
    <header class={css.verdict} data-status={latest.status}>
      <span>
        <Icon path={latest.status === 'up' ? mdiCheck : mdiAlertOutline} size={30} />
      </span>
      <div>
        <p class={css.sentence} role="status">
          {sentence}
        </p>
        <p class={css.under}>
          {t.system.wellText(
            latest.services.filter((one) => one.status === 'up').length,
            latest.stores.filter((one) => one.status === 'up').length,
          )}{' '}
          <span>{t.system.checked(words.ago(latest.at, clock.second.value))}</span>
        </p>
      </div>
    </header>
  )
}

export function partName(part: Part, { t }: Words): string {
  if (part.kind === 'store') return part.role === 'other' ? part.store.store : t.system.parts[part.role]
  return Object.hasOwn(t.system.parts, part.id) ? t.system.parts[part.id as keyof typeof t.system.parts] : part.id
}

function Map({ latest }: { latest: SystemHealth }) {
  const words = useWords()
  const { t } = words
  const [selected, setSelected] = useState<string | null>(null)
  const { way, beside } = mapOf(latest)
  const stop = (part: Part) => (
    <li key={part.id}>
      <button
        class={css.stop}
        type="button"
        aria-pressed={selected === part.id}
        data-status={part.status}
        onClick={() => setSelected(selected === part.id ? null : part.id)}
      >
        <Icon path={part.icon} size={26} />
        <span>
          <b>{partName(part, words)}</b>
          <small>
            <i aria-hidden="true" />
            {t.system.status[part.status]}
          </small>
        </span>
      </button>
    </li>
  )
  const chosen = [...way, ...beside].find((part) => part.id === selected)
  return (
    <section class={css.map}>
      <h2>{t.system.map}</h2>
      <ol class={css.way}>{way.map(stop)}</ol>
      {beside.length > 0 && (
        <>
          <h2>{t.system.beside}</h2>
          <ul class={css.beside}>{beside.map(stop)}</ul>
        </>
      )}
      <div aria-live="polite">
        {chosen ? (
          <PartDetails part={chosen} name={partName(chosen, words)} />
        ) : (
          <p class={css.hint}>{t.system.select}</p>
        )}
      </div>
      <p class={css.total}>{t.system.total(latest.version, words.quantity(latest.memoryMb, 'MB', 0))}</p>
    </section>
  )
}

function Links() {
  const { router, session } = useApp()
  const { t } = useWords()
  const admin = session.me.value?.resident.role === 'admin'
  return (
    <ul class={css.links}>
      {admin && (
        <li>
          <button type="button" onClick={() => router.open({ kind: 'devices' })}>
            <Icon path={mdiAccessPoint} size={20} />
            {t.system.connect}
          </button>
        </li>
      )}
      <li>
        <button type="button" onClick={() => router.open({ kind: 'tokens' })}>
          <Icon path={mdiKeyOutline} size={20} />
          {t.system.tokens}
        </button>
      </li>
      <li>
        <a href="/api/docs">
          <Icon path={mdiConsoleLine} size={20} />
          {t.system.api}
        </a>
      </li>
    </ul>
  )
}
