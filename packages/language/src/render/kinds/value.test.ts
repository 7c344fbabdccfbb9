import { golden } from '../testing/golden.ts'
import { everywhere, hours, reading } from '../testing/house.ts'

const celsius = { unit: '°C' }

golden(
  'the warmth of a room',
  (h) => ({
    kind: 'value',
    what: 'temperature',
    scope: { ...everywhere, areaName: h.bedroom },
    readings: [reading(h.bedroomTemperature, '21.4', celsius)],
    mean: null,
  }),
  {
    en: {
      plain: ['It is 21.4 °C in the bedroom.', 'It is 21.4 degrees in the bedroom.'],
      warm: ['It is 21.4 °C in the bedroom.', 'It is 21.4 degrees in the bedroom.'],
      brief: ['21.4 °C.', '21.4 degrees.'],
    },
    de: {
      plain: ['Im Schlafzimmer sind es 21,4 °C.', 'Im Schlafzimmer sind es 21,4 Grad.'],
      warm: ['Im Schlafzimmer sind es 21,4 °C.', 'Im Schlafzimmer sind es 21,4 Grad.'],
      brief: ['21,4 °C.', '21,4 Grad.'],
    },
  },
)

golden(
  'an old reading tells its age',
  (h) => ({
    kind: 'value',
    what: 'temperature',
    scope: { ...everywhere, areaName: h.bedroom },
    readings: [reading(h.bedroomTemperature, '21.4', { ...celsius, old: true, ageMs: hours(3) })],
    mean: null,
  }),
  {
    en: {
      plain: ['It was 21.4 °C in the bedroom, 3 hours ago.', 'It was 21.4 degrees in the bedroom, 3 hours ago.'],
      warm: ['It was 21.4 °C in the bedroom, 3 hours ago.', 'It was 21.4 degrees in the bedroom, 3 hours ago.'],
      brief: ['21.4 °C, 3 hours ago.', '21.4 degrees, 3 hours ago.'],
    },
    de: {
      plain: ['Im Schlafzimmer waren es vor 3 Stunden 21,4 °C.', 'Im Schlafzimmer waren es vor 3 Stunden 21,4 Grad.'],
      warm: ['Im Schlafzimmer waren es vor 3 Stunden 21,4 °C.', 'Im Schlafzimmer waren es vor 3 Stunden 21,4 Grad.'],
      brief: ['21,4 °C, vor 3 Stunden.', '21,4 Grad, vor 3 Stunden.'],
    },
  },
)

golden(
  'a mean of rooms',
  (h) => ({
    kind: 'value',
    what: 'temperature',
    scope: { ...everywhere, floorName: h.upstairs },
    readings: [
      reading(h.bedroomTemperature, '21.0', celsius),
      reading(h.officeTemperature, '22.1', { ...celsius, old: true, ageMs: hours(3) }),
      reading(h.bathroomTemperature, '21.2', celsius),
    ],
    mean: 21.43,
  }),
  {
    en: {
      plain: [
        'Upstairs it is 21.4 °C on average: bedroom 21.0, office 22.1 (3 hours ago) and bathroom 21.2 °C.',
        'Upstairs it is 21.4 degrees on average: bedroom 21.0, office 22.1 from 3 hours ago and bathroom 21.2 degrees.',
      ],
      warm: [
        'Upstairs it is 21.4 °C on average: bedroom 21.0, office 22.1 (3 hours ago) and bathroom 21.2 °C.',
        'Upstairs it is 21.4 degrees on average: bedroom 21.0, office 22.1 from 3 hours ago and bathroom 21.2 degrees.',
      ],
      brief: ['21.4 °C on average.', '21.4 degrees on average.'],
    },
    de: {
      plain: [
        'Oben sind es im Schnitt 21,4 °C: Schlafzimmer 21,0, Büro 22,1 (vor 3 Stunden) und Bad 21,2 °C.',
        'Oben sind es im Schnitt 21,4 Grad: Schlafzimmer 21,0, Büro 22,1 von vor 3 Stunden und Bad 21,2 Grad.',
      ],
      warm: [
        'Oben sind es im Schnitt 21,4 °C: Schlafzimmer 21,0, Büro 22,1 (vor 3 Stunden) und Bad 21,2 °C.',
        'Oben sind es im Schnitt 21,4 Grad: Schlafzimmer 21,0, Büro 22,1 von vor 3 Stunden und Bad 21,2 Grad.',
      ],
      brief: ['Im Schnitt 21,4 °C.', 'Im Schnitt 21,4 Grad.'],
    },
  },
)

golden(
  'a mean with one missing',
  (h) => ({
    kind: 'value',
    what: 'temperature',
    scope: { ...everywhere, floorName: h.upstairs },
    readings: [
      reading(h.bedroomTemperature, '-3.5', celsius),
      reading(h.officeTemperature, '1', celsius),
      reading(h.bathroomTemperature, 'unknown', celsius),
    ],
    mean: -1.25,
  }),
  {
    en: {
      plain: [
        'Upstairs it is −1.3 °C on average: bedroom −3.5 and office 1.0 °C; the bathroom temperature has not reported.',
        'Upstairs it is minus 1.3 degrees on average: bedroom minus 3.5 and office 1.0 degrees; the bathroom temperature has not reported.',
      ],
      warm: [
        'Upstairs it is −1.3 °C on average: bedroom −3.5 and office 1.0 °C; the bathroom temperature has not reported.',
        'Upstairs it is minus 1.3 degrees on average: bedroom minus 3.5 and office 1.0 degrees; the bathroom temperature has not reported.',
      ],
      brief: ['−1.3 °C on average.', 'Minus 1.3 degrees on average.'],
    },
    de: {
      plain: [
        'Oben sind es im Schnitt −1,3 °C: Schlafzimmer −3,5 und Büro 1,0 °C; Bad Temperatur hat sich nicht gemeldet.',
        'Oben sind es im Schnitt minus 1,3 Grad: Schlafzimmer minus 3,5 und Büro 1,0 Grad; Bad Temperatur hat sich nicht gemeldet.',
      ],
      warm: [
        'Oben sind es im Schnitt −1,3 °C: Schlafzimmer −3,5 und Büro 1,0 °C; Bad Temperatur hat sich nicht gemeldet.',
        'Oben sind es im Schnitt minus 1,3 Grad: Schlafzimmer minus 3,5 und Büro 1,0 Grad; Bad Temperatur hat sich nicht gemeldet.',
      ],
      brief: ['Im Schnitt −1,3 °C.', 'Im Schnitt minus 1,3 Grad.'],
    },
  },
)

golden(
  'humidity of a room',
  (h) => ({
    kind: 'value',
    what: 'humidity',
    scope: { ...everywhere, areaName: h.bathroom },
    readings: [reading(h.bathroomHumidity, '54', { unit: '%' })],
    mean: null,
  }),
  {
    en: {
      plain: ['The humidity in the bathroom is 54 %.', 'The humidity in the bathroom is 54 percent.'],
      warm: ['The humidity in the bathroom is 54 %.', 'The humidity in the bathroom is 54 percent.'],
      brief: ['54 %.', '54 percent.'],
    },
    de: {
      plain: ['Im Bad liegt die Luftfeuchte bei 54 %.', 'Im Bad liegt die Luftfeuchte bei 54 Prozent.'],
      warm: ['Im Bad liegt die Luftfeuchte bei 54 %.', 'Im Bad liegt die Luftfeuchte bei 54 Prozent.'],
      brief: ['54 %.', '54 Prozent.'],
    },
  },
)

golden(
  'a sensor by its name',
  (h) => ({
    kind: 'value',
    what: 'humidity',
    scope: everywhere,
    readings: [reading(h.bathroomHumidity, '54', { unit: '%', old: true, ageMs: hours(26) })],
    mean: null,
  }),
  {
    en: {
      plain: ['The bathroom humidity was at 54 %, 1 day ago.', 'The bathroom humidity was at 54 percent, 1 day ago.'],
      warm: ['The bathroom humidity was at 54 %, 1 day ago.', 'The bathroom humidity was at 54 percent, 1 day ago.'],
      brief: ['54 %, 1 day ago.', '54 percent, 1 day ago.'],
    },
    de: {
      plain: ['Bad Luftfeuchte lag vor 1 Tag bei 54 %.', 'Bad Luftfeuchte lag vor 1 Tag bei 54 Prozent.'],
      warm: ['Bad Luftfeuchte lag vor 1 Tag bei 54 %.', 'Bad Luftfeuchte lag vor 1 Tag bei 54 Prozent.'],
      brief: ['54 %, vor 1 Tag.', '54 Prozent, vor 1 Tag.'],
    },
  },
)

golden(
  'a quantity of a thing',
  (h) => ({
    kind: 'value',
    what: 'battery',
    scope: everywhere,
    readings: [reading(h.frontDoor, '80', { unit: '%' })],
    mean: null,
  }),
  {
    en: {
      plain: ['The battery level of the front door is 80 %.', 'The battery level of the front door is 80 percent.'],
      warm: ['The battery level of the front door is 80 %.', 'The battery level of the front door is 80 percent.'],
      brief: ['80 %.', '80 percent.'],
    },
    de: {
      plain: [
        'Der Batteriestand von der Haustür liegt bei 80 %.',
        'Der Batteriestand von der Haustür liegt bei 80 Prozent.',
      ],
      warm: [
        'Der Batteriestand von der Haustür liegt bei 80 %.',
        'Der Batteriestand von der Haustür liegt bei 80 Prozent.',
      ],
      brief: ['80 %.', '80 Prozent.'],
    },
  },
)

golden(
  'a state',
  (h) => ({ kind: 'value', what: 'state', scope: everywhere, readings: [reading(h.vacuum, 'cleaning')], mean: null }),
  {
    en: { plain: 'The vacuum is cleaning.', warm: 'The vacuum is cleaning.', brief: 'Cleaning.' },
    de: { plain: 'Der Saugroboter saugt.', warm: 'Der Saugroboter saugt.', brief: 'Saugt.' },
  },
)

golden(
  'a text that the device reports',
  (h) => ({ kind: 'value', what: 'state', scope: everywhere, readings: [reading(h.washer, 'rinse')], mean: null }),
  {
    en: {
      plain: ['The washing machine says “rinse”.', 'The washing machine says rinse.'],
      warm: ['The washing machine says “rinse”.', 'The washing machine says rinse.'],
      brief: ['“rinse”.', 'Rinse.'],
    },
    de: {
      plain: ['Die Waschmaschine meldet „rinse“.', 'Die Waschmaschine meldet rinse.'],
      warm: ['Die Waschmaschine meldet „rinse“.', 'Die Waschmaschine meldet rinse.'],
      brief: ['„rinse“.', 'Rinse.'],
    },
  },
)

golden(
  'where somebody is',
  (h) => ({ kind: 'value', what: 'state', scope: everywhere, readings: [reading(h.maddie, 'not_home')], mean: null }),
  {
    en: { plain: 'Maddie is away.', warm: 'Maddie is away.', brief: 'Away.' },
    de: { plain: 'Maddie ist unterwegs.', warm: 'Maddie ist unterwegs.', brief: 'Unterwegs.' },
  },
)

golden(
  'offline, with its last report',
  (h) => ({
    kind: 'value',
    what: 'temperature',
    scope: everywhere,
    readings: [reading(h.bedroomTemperature, '21.4', { ...celsius, available: false, ageMs: hours(2) })],
    mean: null,
  }),
  {
    en: {
      plain: [
        'The bedroom temperature is offline; the last report was 21.4 °C, 2 hours ago.',
        'The bedroom temperature is offline; the last report was 21.4 degrees, 2 hours ago.',
      ],
      warm: [
        'The bedroom temperature is offline; the last report was 21.4 °C, 2 hours ago.',
        'The bedroom temperature is offline; the last report was 21.4 degrees, 2 hours ago.',
      ],
      brief: [
        'The bedroom temperature is offline; the last report was 21.4 °C, 2 hours ago.',
        'The bedroom temperature is offline; the last report was 21.4 degrees, 2 hours ago.',
      ],
    },
    de: {
      plain: [
        'Schlafzimmer Temperatur ist nicht erreichbar; die letzte Meldung war 21,4 °C, vor 2 Stunden.',
        'Schlafzimmer Temperatur ist nicht erreichbar; die letzte Meldung war 21,4 Grad, vor 2 Stunden.',
      ],
      warm: [
        'Schlafzimmer Temperatur ist nicht erreichbar; die letzte Meldung war 21,4 °C, vor 2 Stunden.',
        'Schlafzimmer Temperatur ist nicht erreichbar; die letzte Meldung war 21,4 Grad, vor 2 Stunden.',
      ],
      brief: [
        'Schlafzimmer Temperatur ist nicht erreichbar; die letzte Meldung war 21,4 °C, vor 2 Stunden.',
        'Schlafzimmer Temperatur ist nicht erreichbar; die letzte Meldung war 21,4 Grad, vor 2 Stunden.',
      ],
    },
  },
)

golden(
  'never reported',
  (h) => ({
    kind: 'value',
    what: 'temperature',
    scope: everywhere,
    readings: [reading(h.bedroomTemperature, 'unknown', { ageMs: null })],
    mean: null,
  }),
  {
    en: {
      plain: "I can't tell: the bedroom temperature has not reported.",
      warm: "I can't tell: the bedroom temperature has not reported.",
      brief: 'The bedroom temperature has not reported.',
    },
    de: {
      plain: 'Das weiß ich nicht: Schlafzimmer Temperatur hat sich nicht gemeldet.',
      warm: 'Das weiß ich nicht: Schlafzimmer Temperatur hat sich nicht gemeldet.',
      brief: 'Schlafzimmer Temperatur hat sich nicht gemeldet.',
    },
  },
)

golden(
  'no such sensor',
  (h) => ({ kind: 'value', what: 'humidity', scope: { ...everywhere, areaName: h.kitchen }, readings: [], mean: null }),
  {
    en: {
      plain: 'I have no humidity reading in the kitchen.',
      warm: 'I have no humidity reading in the kitchen.',
      brief: 'I have no humidity reading in the kitchen.',
    },
    de: {
      plain: 'Ich habe in der Küche keinen Messwert für Luftfeuchte.',
      warm: 'Ich habe in der Küche keinen Messwert für Luftfeuchte.',
      brief: 'Ich habe in der Küche keinen Messwert für Luftfeuchte.',
    },
  },
)
