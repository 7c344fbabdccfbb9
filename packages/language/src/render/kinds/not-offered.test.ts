import { golden } from '../testing/golden.ts'

const weather = {
  en: 'I know nothing of the weather: I only know what the devices of this home report.',
  de: 'Vom Wetter weiß ich nichts: ich kenne nur, was die Geräte hier melden.',
}

golden('the weather', () => ({ kind: 'not_offered', what: 'weather' }), {
  en: { plain: weather.en, warm: weather.en, brief: weather.en },
  de: { plain: weather.de, warm: weather.de, brief: weather.de },
})
