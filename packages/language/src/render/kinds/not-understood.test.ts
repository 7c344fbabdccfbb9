import { golden } from '../testing/golden.ts'
import { everywhere } from '../testing/house.ts'

golden('no match', () => ({ kind: 'not_understood', why: 'no_match', said: 'blub', scope: everywhere, known: [] }), {
  en: { plain: 'I did not understand that.', warm: 'Sorry, I did not understand that.', brief: 'Not understood.' },
  de: {
    plain: 'Das habe ich nicht verstanden.',
    warm: 'Tut mir leid, das habe ich nicht verstanden.',
    brief: 'Nicht verstanden.',
  },
})

golden(
  'a near name',
  (h) => ({ kind: 'not_understood', why: 'unknown_name', said: 'olamp', scope: everywhere, known: [h.hallLamp.name] }),
  {
    en: {
      plain: [
        "I don't know an “olamp”. Do you mean the hall lamp?",
        "I don't know an olamp. Do you mean the hall lamp?",
      ],
      warm: [
        "Sorry, I don't know an “olamp”. Do you mean the hall lamp?",
        "Sorry, I don't know an olamp. Do you mean the hall lamp?",
      ],
      brief: [
        "I don't know an “olamp”. Do you mean the hall lamp?",
        "I don't know an olamp. Do you mean the hall lamp?",
      ],
    },
    de: {
      plain: ['„olamp“ kenne ich nicht. Meinst du die Flurlampe?', 'Olamp kenne ich nicht. Meinst du die Flurlampe?'],
      warm: [
        'Tut mir leid, „olamp“ kenne ich nicht. Meinst du die Flurlampe?',
        'Tut mir leid, olamp kenne ich nicht. Meinst du die Flurlampe?',
      ],
      brief: ['„olamp“ kenne ich nicht. Meinst du die Flurlampe?', 'Olamp kenne ich nicht. Meinst du die Flurlampe?'],
    },
  },
)

golden(
  'near names',
  (h) => ({
    kind: 'not_understood',
    why: 'unknown_name',
    said: 'lamp',
    scope: everywhere,
    known: [h.hallLamp.name, h.gardenLamp.name],
  }),
  {
    en: {
      plain: [
        "I don't know a “lamp”. Do you mean the hall lamp or the garden lamp?",
        "I don't know a lamp. Do you mean the hall lamp or the garden lamp?",
      ],
      warm: [
        "Sorry, I don't know a “lamp”. Do you mean the hall lamp or the garden lamp?",
        "Sorry, I don't know a lamp. Do you mean the hall lamp or the garden lamp?",
      ],
      brief: [
        "I don't know a “lamp”. Do you mean the hall lamp or the garden lamp?",
        "I don't know a lamp. Do you mean the hall lamp or the garden lamp?",
      ],
    },
    de: {
      plain: [
        '„lamp“ kenne ich nicht. Meinst du Flurlampe oder Gartenlampe?',
        'Lamp kenne ich nicht. Meinst du Flurlampe oder Gartenlampe?',
      ],
      warm: [
        'Tut mir leid, „lamp“ kenne ich nicht. Meinst du Flurlampe oder Gartenlampe?',
        'Tut mir leid, lamp kenne ich nicht. Meinst du Flurlampe oder Gartenlampe?',
      ],
      brief: [
        '„lamp“ kenne ich nicht. Meinst du Flurlampe oder Gartenlampe?',
        'Lamp kenne ich nicht. Meinst du Flurlampe oder Gartenlampe?',
      ],
    },
  },
)

golden(
  'many names',
  (h) => ({
    kind: 'not_understood',
    why: 'unknown_name',
    said: 'lamp',
    scope: everywhere,
    known: [h.hallLamp, h.gardenLamp, h.kitchenLight, h.counterLight, h.fan].map((entity) => entity.name),
  }),
  {
    en: {
      plain: [
        "I don't know a “lamp”. I know: hall lamp, garden lamp, kitchen light, counter light and one more.",
        "I don't know a lamp. I know: hall lamp, garden lamp, kitchen light and 2 more.",
      ],
      warm: [
        "Sorry, I don't know a “lamp”. I know: hall lamp, garden lamp, kitchen light, counter light and one more.",
        "Sorry, I don't know a lamp. I know: hall lamp, garden lamp, kitchen light and 2 more.",
      ],
      brief: [
        "I don't know a “lamp”. I know: hall lamp, garden lamp, kitchen light, counter light and one more.",
        "I don't know a lamp. I know: hall lamp, garden lamp, kitchen light and 2 more.",
      ],
    },
    de: {
      plain: [
        '„lamp“ kenne ich nicht. Ich kenne: Flurlampe, Gartenlampe, Küchenlicht, Thekenlicht und noch eins.',
        'Lamp kenne ich nicht. Ich kenne: Flurlampe, Gartenlampe, Küchenlicht und 2 weitere.',
      ],
      warm: [
        'Tut mir leid, „lamp“ kenne ich nicht. Ich kenne: Flurlampe, Gartenlampe, Küchenlicht, Thekenlicht und noch eins.',
        'Tut mir leid, lamp kenne ich nicht. Ich kenne: Flurlampe, Gartenlampe, Küchenlicht und 2 weitere.',
      ],
      brief: [
        '„lamp“ kenne ich nicht. Ich kenne: Flurlampe, Gartenlampe, Küchenlicht, Thekenlicht und noch eins.',
        'Lamp kenne ich nicht. Ich kenne: Flurlampe, Gartenlampe, Küchenlicht und 2 weitere.',
      ],
    },
  },
)

golden(
  'an unknown room',
  (h) => ({
    kind: 'not_understood',
    why: 'unknown_area',
    said: 'Narnia',
    scope: everywhere,
    known: [h.kitchen, h.bedroom],
  }),
  {
    en: {
      plain: [
        "I don't know a room called “Narnia”. I know: kitchen and bedroom.",
        "I don't know a room called Narnia. I know: kitchen and bedroom.",
      ],
      warm: [
        "Sorry, I don't know a room called “Narnia”. I know: kitchen and bedroom.",
        "Sorry, I don't know a room called Narnia. I know: kitchen and bedroom.",
      ],
      brief: [
        "I don't know a room called “Narnia”. I know: kitchen and bedroom.",
        "I don't know a room called Narnia. I know: kitchen and bedroom.",
      ],
    },
    de: {
      plain: [
        'Einen Raum namens „Narnia“ kenne ich nicht. Ich kenne: Küche und Schlafzimmer.',
        'Einen Raum namens Narnia kenne ich nicht. Ich kenne: Küche und Schlafzimmer.',
      ],
      warm: [
        'Tut mir leid, einen Raum namens „Narnia“ kenne ich nicht. Ich kenne: Küche und Schlafzimmer.',
        'Tut mir leid, einen Raum namens Narnia kenne ich nicht. Ich kenne: Küche und Schlafzimmer.',
      ],
      brief: [
        'Einen Raum namens „Narnia“ kenne ich nicht. Ich kenne: Küche und Schlafzimmer.',
        'Einen Raum namens Narnia kenne ich nicht. Ich kenne: Küche und Schlafzimmer.',
      ],
    },
  },
)

golden(
  'nothing there',
  (h) => ({
    kind: 'not_understood',
    why: 'nothing_there',
    said: null,
    scope: { ...everywhere, domain: 'light', areaName: h.garage },
    known: [h.kitchenLight.name, h.hallLamp.name],
  }),
  {
    en: {
      plain: 'There is no light in the garage. I know: kitchen light and hall lamp.',
      warm: 'Sorry, there is no light in the garage. I know: kitchen light and hall lamp.',
      brief: 'There is no light in the garage. I know: kitchen light and hall lamp.',
    },
    de: {
      plain: 'In der Garage gibt es kein Licht. Ich kenne: Küchenlicht und Flurlampe.',
      warm: 'Tut mir leid, in der Garage gibt es kein Licht. Ich kenne: Küchenlicht und Flurlampe.',
      brief: 'In der Garage gibt es kein Licht. Ich kenne: Küchenlicht und Flurlampe.',
    },
  },
)

golden(
  'no switch anywhere',
  () => ({
    kind: 'not_understood',
    why: 'nothing_there',
    said: null,
    scope: { ...everywhere, domain: 'switch' },
    known: [],
  }),
  {
    en: {
      plain: 'There is no switch in this home.',
      warm: 'Sorry, there is no switch in this home.',
      brief: 'There is no switch in this home.',
    },
    de: {
      plain: 'Hier gibt es keinen Schalter.',
      warm: 'Tut mir leid, hier gibt es keinen Schalter.',
      brief: 'Hier gibt es keinen Schalter.',
    },
  },
)

golden(
  'not supported',
  () => ({ kind: 'not_understood', why: 'not_supported', said: null, scope: everywhere, known: [] }),
  {
    en: {
      plain: "That is something I can't do.",
      warm: "Sorry, that is something I can't do.",
      brief: "That is something I can't do.",
    },
    de: { plain: 'Das kann ich nicht.', warm: 'Tut mir leid, das kann ich nicht.', brief: 'Das kann ich nicht.' },
  },
)

golden('empty', () => ({ kind: 'not_understood', why: 'empty', said: '', scope: everywhere, known: [] }), {
  en: {
    plain: 'I heard nothing that I could work with.',
    warm: 'Sorry, I heard nothing that I could work with.',
    brief: 'I heard nothing that I could work with.',
  },
  de: {
    plain: 'Ich habe nichts gehört, womit ich etwas anfangen kann.',
    warm: 'Tut mir leid, ich habe nichts gehört, womit ich etwas anfangen kann.',
    brief: 'Ich habe nichts gehört, womit ich etwas anfangen kann.',
  },
})

golden('too long', () => ({ kind: 'not_understood', why: 'too_long', said: null, scope: everywhere, known: [] }), {
  en: {
    plain: 'That was too long for me; please say it in a few sentences.',
    warm: 'Sorry, that was too long for me; please say it in a few sentences.',
    brief: 'That was too long for me; please say it in a few sentences.',
  },
  de: {
    plain: 'Das war mir zu lang; sag es bitte in wenigen Sätzen.',
    warm: 'Tut mir leid, das war mir zu lang; sag es bitte in wenigen Sätzen.',
    brief: 'Das war mir zu lang; sag es bitte in wenigen Sätzen.',
  },
})
