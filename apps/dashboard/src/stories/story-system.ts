import type { HealthStatus, Language, SystemHealth } from '@tali/contracts'
import { storyNow } from './story-home.ts'

/** @param ailing the data service lags behind, and says so */
export function storySystem(language: Language, ailing: boolean): SystemHealth {
  const en = language === 'en'
  const startedAt = new Date(storyNow - 26 * 3_600_000).toISOString()
  const at = new Date(storyNow - 3_000).toISOString()
  const service = (name: string, memoryMb: number, summary: [string, string], status: HealthStatus = 'up') => ({
    service: name,
    version: '0.1.0',
    status,
    startedAt,
    memoryMb,
    checks: [{ name: 'work', status, summary: summary[en ? 0 : 1], tookMs: 0.8 }],
    lastError:
      status === 'up'
        ? null
        : {
            at,
            message: en ? 'The database did not answer within 5 s.' : 'Die Datenbank hat 5 s lang nicht geantwortet.',
          },
  })
  const store = (
    name: string,
    description: [string, string],
    summary: [string, string],
    figures: SystemHealth['stores'][number]['figures'],
  ) => ({
    store: name,
    status: 'up' as HealthStatus,
    description: description[en ? 0 : 1],
    summary: summary[en ? 0 : 1],
    figures,
  })
  return {
    status: ailing ? 'degraded' : 'up',
    at,
    version: '0.1.0',
    memoryMb: 231,
    services: [
      service('core', 64, [
        'Took a sentence apart and put it together again.',
        'Hat einen Satz verstanden und wieder zusammengesetzt.',
      ]),
      service('persona', 12, ['Worded a sentence.', 'Hat einen Satz formuliert.']),
      service('messenger', 9, ['2 pages are connected.', '2 Seiten sind verbunden.']),
      service(
        'dataservice',
        31,
        ['Wrote 120 lines in the last minute.', 'Hat in der letzten Minute 120 Zeilen geschrieben.'],
        ailing ? 'degraded' : 'up',
      ),
      service('analytics', 8, ['Asked everybody.', 'Hat alle gefragt.']),
    ],
    stores: [
      store(
        'broker',
        ['Carries the messages of your devices.', 'Trägt die Nachrichten deiner Geräte.'],
        ['A message came back in 0.4 ms.', 'Eine Nachricht kam nach 0,4 ms zurück.'],
        [
          { name: 'clients', value: 3, unit: null },
          { name: 'messages', value: 18_240, unit: null },
        ],
      ),
      store(
        'stream',
        ['What happened, until it is in the database.', 'Was geschah, bis es in der Datenbank steht.'],
        ['Nothing waits.', 'Nichts wartet.'],
        [
          { name: 'lag', value: 0, unit: null },
          { name: 'size', value: 2.4, unit: 'MB' },
        ],
      ),
      store(
        'postgres',
        ['The ledger and everything that must not be lost.', 'Das Hausbuch und alles, was nicht verloren gehen darf.'],
        ['A line was written and read in 2 ms.', 'Eine Zeile wurde in 2 ms geschrieben und gelesen.'],
        [
          { name: 'rows', value: 48_211, unit: null },
          { name: 'size', value: 21, unit: 'MB' },
        ],
      ),
    ],
  }
}
