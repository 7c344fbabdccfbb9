import { mdiChatOutline, mdiHistory, mdiHomeOutline, mdiPulse } from '@mdi/js'
import { useApp, useWords } from '../app.ts'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import { Emblem } from './emblem.tsx'
import css from './shell.module.css'

const places: [to: string, view: 'chat' | 'house' | 'timeline' | 'system', icon: string][] = [
  ['/', 'chat', mdiChatOutline],
  ['/house', 'house', mdiHomeOutline],
  ['/timeline', 'timeline', mdiHistory],
  ['/system', 'system', mdiPulse],
]

/** A bar at the bottom of a phone, a rail at the left of a desktop. */
export function Navigation() {
  const { router, session, health, online } = useApp()
  const { t } = useWords()
  const { view } = router.route.value
  const me = session.me.value?.resident
  const status = online.value ? (health.latest.value?.status ?? 'up') : 'down'
  return (
    <nav class={css.navigation} aria-label={t.nav.label}>
      <Link to="/house" class={css.emblem} label="TALI">
        <Emblem />
      </Link>
      {places.map(([to, name, icon]) => (
        <Link key={to} to={to} class={css.place} current={view === name || (name === 'house' && view === 'area')}>
          <span>
            <Icon path={icon} />
            {name === 'system' && status !== 'up' && <i data-status={status} title={t.system.status[status]} />}
          </span>
          {t.nav[name]}
        </Link>
      ))}
      <button
        class={css.me}
        type="button"
        aria-label={t.nav.me}
        title={t.nav.me}
        onClick={() => router.open({ kind: 'me' })}
      >
        <span>{me ? initialOf(me.name) : '?'}</span>
      </button>
    </nav>
  )
}

export function initialOf(name: string): string {
  const [first = '?'] = Array.from(name)
  return first.toUpperCase()
}
