import { announceOne } from '../discovery.ts'
import type { Machine } from '../device.ts'

interface AlarmState {
  readonly mode: string
  /** What it is arming to; null when it is not. */
  readonly arming: string | null
}

const modes: Readonly<Record<string, string>> = {
  ARM_HOME: 'armed_home',
  ARM_AWAY: 'armed_away',
  ARM_NIGHT: 'armed_night',
}

/** An alarm panel that gives ten seconds to leave. */
export function alarm(): Machine<AlarmState> {
  return {
    initial: { mode: 'disarmed', arming: null },
    announce: (spec, language) => [
      announceOne(spec, language, 'alarm_control_panel', {
        cmd_t: '~/set',
        stat_t: '~/state',
        sup_feat: ['arm_home', 'arm_away', 'arm_night', 'trigger'],
        cod_arm_req: false,
        cod_dis_req: false,
        qos: 1,
      }),
    ],
    report: (state) => [{ suffix: '/state', payload: state.arming === null ? state.mode : 'arming' }],
    obey(state, what, payload) {
      if (what !== '') return null
      if (payload === 'DISARM') return { mode: 'disarmed', arming: null }
      if (payload === 'TRIGGER') return { mode: 'triggered', arming: null }
      const arming = modes[payload]
      return arming === undefined ? null : { ...state, arming }
    },
    advance: (state) => ({ mode: state.arming ?? state.mode, arming: null }),
    restless: (state) => (state.arming === null ? null : 10_000),
  }
}
