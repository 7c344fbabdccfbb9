import { announceOne } from '../discovery.ts'
import type { Machine } from '../device.ts'

interface EventState {
  readonly type: string | null
  readonly count: number
}

/** A doorbell or a push button: it only says that it was pressed. */
export function signal(deviceClass: 'doorbell' | 'button', types: readonly string[]): Machine<EventState> {
  return {
    initial: { type: null, count: 0 },
    announce: (spec, language) => [
      announceOne(spec, language, 'event', { dev_cla: deviceClass, stat_t: '~', evt_typ: types }),
    ],
    report: (state) =>
      state.type === null
        ? []
        : [{ suffix: '', payload: JSON.stringify({ event_type: state.type, count: state.count }), event: true }],
    happen: (state, what, value) =>
      what === 'press' && types.includes(value) ? { type: value, count: state.count + 1 } : null,
  }
}

/** A scene or a button: it can be pressed, and reports nothing. */
export function trigger(component: 'scene' | 'button', config: object = {}): Machine<{ readonly presses: number }> {
  const payload = component === 'scene' ? 'ON' : 'PRESS'
  return {
    initial: { presses: 0 },
    announce: (spec, language) => [
      announceOne(spec, language, component, {
        cmd_t: '~/set',
        ...(component === 'scene' && { pl_on: payload }),
        ...config,
      }),
    ],
    report: () => [],
    obey: (state, what, said) => (what === '' && said === payload ? { presses: state.presses + 1 } : null),
  }
}

/** Where somebody is, by their phone. */
export function person(): Machine<{ readonly home: boolean; readonly battery: number }> {
  return {
    initial: { home: true, battery: 80 },
    announce: (spec, language) => [
      announceOne(spec, language, 'device_tracker', {
        stat_t: '~',
        val_tpl: "{% if value_json.zone == 'home' %}home{% else %}not_home{% endif %}",
        json_attr_t: '~',
        src_type: 'router',
      }),
    ],
    report: (state) => [
      { suffix: '', payload: JSON.stringify({ zone: state.home ? 'home' : 'away', battery: state.battery }) },
    ],
    happen: (state, what, value) => (what === 'go' ? { ...state, home: value === 'home' } : null),
  }
}

/** The garden's water valve: open or closed. */
export function valve(): Machine<{ readonly open: boolean }> {
  return {
    initial: { open: false },
    announce: (spec, language) => [
      announceOne(spec, language, 'valve', { dev_cla: 'water', cmd_t: '~/set', stat_t: '~/state' }),
    ],
    report: (state) => [{ suffix: '/state', payload: state.open ? 'open' : 'closed' }],
    obey: (_, what, payload) =>
      what === '' && (payload === 'OPEN' || payload === 'CLOSE') ? { open: payload === 'OPEN' } : null,
  }
}
