import { isRecord, readJson } from '../bounded-json.ts'
import type { Config } from '../discovery/config.ts'
import { cleanText } from '../names/clean-text.ts'
import type { Draft } from '../state/draft.ts'
import { attributeIs } from '../command/expectation.ts'
import type { Behaviour } from './component.ts'

const texts = ['installed_version', 'latest_version', 'title', 'release_summary', 'release_url'] as const

/** `update.mqtt`: on while the latest version is not the installed one. */
export function updateComponent(config: Config): Behaviour {
  config.listen(
    'state_topic',
    { template: 'value_template', feeds: ['state', ...texts, 'in_progress', 'update_percentage'], asItIs: true },
    (reading, draft) => {
      const json = readJson(reading)
      const report = json.ok && isRecord(json.value) ? json.value : { installed_version: reading }
      for (const name of texts) {
        const text = report[name]
        if (typeof text === 'string')
          draft.set(name, name === 'release_url' ? webAddress(text) : cleanText(text, 255) || null)
      }
      const percentage = report['update_percentage']
      if (typeof percentage === 'number' || percentage === null) {
        draft.set('update_percentage', percentage)
        draft.set('in_progress', percentage !== null)
      }
      if (typeof report['in_progress'] === 'boolean') draft.set('in_progress', report['in_progress'])
      conclude(draft)
    },
  )
  config.listen(
    'latest_version_topic',
    { template: 'latest_version_template', feeds: ['state', 'latest_version'], asItIs: true },
    (reading, draft) => {
      draft.set('latest_version', cleanText(reading, 255) || null)
      conclude(draft)
    },
  )
  const payload = config.text('payload_install')
  const send = payload === null ? null : config.sender('command_topic')
  return {
    capabilities: {},
    commands: {
      install:
        send && (() => ({ messages: [send(payload)], expects: [attributeIs('in_progress', true)], always: true })),
    },
    reportsState: true,
    attributes: [...texts, 'in_progress', 'update_percentage'],
  }
}

function conclude(draft: Draft): void {
  const { installed_version: installed, latest_version: latest } = draft.attributes
  draft.say(
    typeof installed === 'string' && typeof latest === 'string' ? (installed === latest ? 'off' : 'on') : 'unknown',
  )
}

function webAddress(text: string): string | null {
  return text.length <= 500 && /^https?:\/\//.test(text) && URL.canParse(text) ? text : null
}
