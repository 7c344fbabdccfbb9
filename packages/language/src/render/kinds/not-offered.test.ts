import { golden } from '../testing/golden.ts'

const weather = {
  en: 'I know nothing of the weather: I only know what the devices of this home report.',
  de: 'Vom Wetter weiß ich nichts: ich kenne nur, was die Geräte hier melden.',
}

golden('the weather', () => ({ kind: 'not_offered', what: 'weather' }), {
  en: { plain: weather.en, warm: weather.en, brief: weather.en },
  de: { plain: weather.de, warm: weather.de, brief: weather.de },
})

const room = {
  en: "I can't send the vacuum to a single room yet; “start the vacuum” has it clean everywhere.",
  de: 'Einen einzelnen Raum kann ich noch nicht saugen lassen; „starte den Staubsauger“ reinigt überall.',
}

golden('one room for the vacuum', () => ({ kind: 'not_offered', what: 'room_cleaning' }), {
  en: { plain: room.en, warm: room.en, brief: room.en },
  de: { plain: room.de, warm: room.de, brief: room.de },
})
