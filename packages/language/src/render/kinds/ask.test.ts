import { golden } from '../testing/golden.ts'
import { choice, question, yesOrNo } from '../testing/house.ts'

golden(
  'which of two',
  (h) => ({
    kind: 'ask',
    about: 'entity',
    said: 'light',
    action: 'turn_on',
    parameters: {},
    entities: [h.kitchenLight, h.counterLight],
    question: question([choice(h.kitchenLight), choice(h.counterLight)]),
  }),
  {
    en: {
      plain: 'Which light do you mean: the kitchen light or the counter light?',
      warm: 'Which light do you mean: the kitchen light or the counter light?',
      brief: 'The kitchen light or the counter light?',
    },
    de: {
      plain: 'Welches Licht meinst du: Küchenlicht oder Thekenlicht?',
      warm: 'Welches Licht meinst du: Küchenlicht oder Thekenlicht?',
      brief: 'Küchenlicht oder Thekenlicht?',
    },
  },
)

golden(
  'which of two kinds, with one name',
  (h) => ({
    kind: 'ask',
    about: 'entity',
    said: null,
    action: 'turn_on',
    parameters: {},
    entities: [h.hallLamp, { ...h.fan, name: h.hallLamp.name, areaName: h.bedroom }],
    question: question([choice(h.hallLamp), { ...choice(h.fan), label: h.hallLamp.name, hint: h.bedroom }]),
  }),
  {
    en: {
      plain: 'Which one do you mean: the hall lamp in the hall or the hall lamp in the bedroom?',
      warm: 'Which one do you mean: the hall lamp in the hall or the hall lamp in the bedroom?',
      brief: 'The hall lamp in the hall or the hall lamp in the bedroom?',
    },
    de: {
      plain: 'Was meinst du: Flurlampe im Flur oder Flurlampe im Schlafzimmer?',
      warm: 'Was meinst du: Flurlampe im Flur oder Flurlampe im Schlafzimmer?',
      brief: 'Flurlampe im Flur oder Flurlampe im Schlafzimmer?',
    },
  },
)

golden(
  'a guess',
  (h) => ({
    kind: 'ask',
    about: 'entity',
    said: 'xyz',
    action: 'turn_on',
    parameters: {},
    entities: [h.fan],
    question: question([choice(h.fan), ...yesOrNo]),
  }),
  {
    en: {
      plain: ["I don't know a “xyz”. Do you mean the hall fan?", "I don't know a xyz. Do you mean the hall fan?"],
      warm: ["I don't know a “xyz”. Do you mean the hall fan?", "I don't know a xyz. Do you mean the hall fan?"],
      brief: 'Do you mean the hall fan?',
    },
    de: {
      plain: [
        '„xyz“ kenne ich nicht. Meinst du den Deckenventilator?',
        'Xyz kenne ich nicht. Meinst du den Deckenventilator?',
      ],
      warm: [
        '„xyz“ kenne ich nicht. Meinst du den Deckenventilator?',
        'Xyz kenne ich nicht. Meinst du den Deckenventilator?',
      ],
      brief: 'Meinst du den Deckenventilator?',
    },
  },
)

golden(
  'which room',
  (h) => ({
    kind: 'ask',
    about: 'area',
    said: null,
    action: 'turn_on',
    parameters: {},
    entities: [],
    question: question([h.kitchen, h.bedroom].map((label) => ({ id: label, label, kind: 'area', hint: null }))),
  }),
  {
    en: {
      plain: 'In which room: kitchen or bedroom?',
      warm: 'In which room: kitchen or bedroom?',
      brief: 'Kitchen or bedroom?',
    },
    de: {
      plain: 'In welchem Raum: Küche oder Schlafzimmer?',
      warm: 'In welchem Raum: Küche oder Schlafzimmer?',
      brief: 'Küche oder Schlafzimmer?',
    },
  },
)

golden(
  'really?',
  (h) => ({
    kind: 'ask',
    about: 'confirmation',
    said: null,
    action: 'unlock',
    parameters: {},
    entities: [h.frontDoor],
    question: question(yesOrNo),
  }),
  {
    en: {
      plain: 'Shall I really unlock the front door?',
      warm: 'Shall I really unlock the front door?',
      brief: 'Really unlock the front door?',
    },
    de: {
      plain: 'Soll ich die Haustür wirklich aufschließen?',
      warm: 'Soll ich die Haustür wirklich aufschließen?',
      brief: 'Die Haustür wirklich aufschließen?',
    },
  },
)

golden(
  'really, with a value?',
  (h) => ({
    kind: 'ask',
    about: 'confirmation',
    said: null,
    action: 'set_temperature',
    parameters: { temperature: 28 },
    entities: [h.thermostat],
    question: question(yesOrNo),
  }),
  {
    en: {
      plain: ['Shall I really set the thermostat to 28 °C?', 'Shall I really set the thermostat to 28 degrees?'],
      warm: ['Shall I really set the thermostat to 28 °C?', 'Shall I really set the thermostat to 28 degrees?'],
      brief: ['Really set the thermostat to 28 °C?', 'Really set the thermostat to 28 degrees?'],
    },
    de: {
      plain: [
        'Soll ich das Thermostat wirklich auf 28 °C stellen?',
        'Soll ich das Thermostat wirklich auf 28 Grad stellen?',
      ],
      warm: [
        'Soll ich das Thermostat wirklich auf 28 °C stellen?',
        'Soll ich das Thermostat wirklich auf 28 Grad stellen?',
      ],
      brief: ['Das Thermostat wirklich auf 28 °C stellen?', 'Das Thermostat wirklich auf 28 Grad stellen?'],
    },
  },
)

golden(
  'really, of many?',
  (h) => ({
    kind: 'ask',
    about: 'confirmation',
    said: null,
    action: 'turn_off',
    parameters: {},
    entities: [h.kitchenLight, h.hallLamp, h.counterLight, h.gardenLamp],
    question: question(yesOrNo),
  }),
  {
    en: {
      plain: 'Shall I really turn off 4 lights?',
      warm: 'Shall I really turn off 4 lights?',
      brief: 'Really turn off 4 lights?',
    },
    de: {
      plain: 'Soll ich 4 Lichter wirklich ausschalten?',
      warm: 'Soll ich 4 Lichter wirklich ausschalten?',
      brief: '4 Lichter wirklich ausschalten?',
    },
  },
)
