import { mdiAccessPoint } from '@mdi/js'
import type { ComponentChildren } from 'preact'
import type { HealthCheck, ServiceHealth, StoreHealth } from '@tali/contracts'
import { useApp, useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import type { Part } from './parts.ts'
import css from './system.module.css'

/** One part of the system: what it does, what was tried, its figures, and what last went wrong, in plain words. */
export function PartDetails({ part, name }: { part: Part; name: string }) {
  switch (part.kind) {
    case 'devices':
      return <Devices name={name} />
    case 'service':
      return <Service service={part.service} name={name} />
    case 'store':
      return <Store store={part.store} name={name} />
  }
}

function Frame(props: { name: string; text: string; children: ComponentChildren }) {
  return (
    <section class={css.details} aria-label={props.name}>
      <h3>{props.name}</h3>
      {props.text && <p>{props.text}</p>}
      {props.children}
    </section>
  )
}

function Devices({ name }: { name: string }) {
  const { live, router, session } = useApp()
  const { t } = useWords()
  const entities = live.home.value?.entities ?? []
  const offline = entities.filter((entity) => live.state(entity.id).value?.available === false).length
  return (
    <Frame name={name} text={t.system.devices(entities.length, offline)}>
      <p>{t.system.devicesText}</p>
      {session.me.value?.resident.role === 'admin' && (
        <Button size="small" icon={mdiAccessPoint} onClick={() => router.open({ kind: 'devices' })}>
          {t.system.connect}
        </Button>
      )}
    </Frame>
  )
}

function Service({ service, name }: { service: ServiceHealth; name: string }) {
  const { clock } = useApp()
  const words = useWords()
  const { t } = words
  const texts: Record<string, string> = t.system.partText
  return (
    <Frame name={name} text={texts[service.service] ?? ''}>
      <dl class={css.figures}>
        <Figure name={t.system.version} value={service.version} />
        <Figure name={t.system.memory} value={words.quantity(service.memoryMb, 'MB', 0)} />
        <Figure name={t.system.since} value={words.age(clock.second.value - Date.parse(service.startedAt))} />
      </dl>
      <Checks checks={service.checks} />
      <p class={css.error} data-some={service.lastError !== null || undefined}>
        <b>{t.system.lastError}</b>{' '}
        {service.lastError
          ? `${service.lastError.message} (${words.ago(service.lastError.at, clock.second.value)})`
          : t.system.noError}
      </p>
    </Frame>
  )
}

function Store({ store, name }: { store: StoreHealth; name: string }) {
  const words = useWords()
  return (
    <Frame name={name} text={store.description}>
      <p class={css.check} data-status={store.status}>
        <i aria-hidden="true" />
        {store.summary}
      </p>
      <dl class={css.figures}>
        {store.figures.map((figure) => (
          <Figure
            key={figure.name}
            name={figure.name.replaceAll('_', ' ')}
            value={words.quantity(figure.value, figure.unit)}
          />
        ))}
      </dl>
    </Frame>
  )
}

function Checks({ checks }: { checks: HealthCheck[] }) {
  const words = useWords()
  const { t } = words
  if (checks.length === 0) return null
  return (
    <ul class={css.checks} aria-label={t.system.checks}>
      {checks.map((check) => (
        <li key={check.name} class={css.check} data-status={check.status}>
          <i aria-hidden="true" />
          <span>
            <span class="unseen">{t.system.status[check.status]}: </span>
            {check.summary}
          </span>
          {check.tookMs !== null && <small>{t.system.took(words.number(check.tookMs, 1))}</small>}
        </li>
      ))}
    </ul>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
