import { golden } from '../testing/golden.ts'

golden('never_mind', () => ({ kind: 'stopped', what: 'never_mind' }), {
  en: { plain: 'All right, I leave it.', warm: 'All right, I leave it.', brief: 'OK.' },
  de: { plain: 'In Ordnung, ich lasse es.', warm: 'In Ordnung, ich lasse es.', brief: 'OK.' },
})

golden('stopped', () => ({ kind: 'stopped', what: 'stopped' }), {
  en: { plain: 'I stopped it.', warm: 'No problem, I stopped it.', brief: 'Stopped.' },
  de: { plain: 'Ich habe es gestoppt.', warm: 'Alles klar, ich habe es gestoppt.', brief: 'Gestoppt.' },
})

golden('nothing_running', () => ({ kind: 'stopped', what: 'nothing_running' }), {
  en: { plain: 'Nothing was running.', warm: 'Nothing was running.', brief: 'Nothing running.' },
  de: { plain: 'Es lief nichts.', warm: 'Es lief nichts.', brief: 'Nichts lief.' },
})
