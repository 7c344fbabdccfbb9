import type { Cause } from '@tali/contracts'
import { golden } from '../testing/golden.ts'
import { byMaddie, step } from '../testing/house.ts'

const pizzaTimer: Cause = { kind: 'timer', timerId: 't1', name: 'pizza' }

golden(
  'a resident by chat',
  (h) => ({
    kind: 'why',
    entity: h.kitchenLight,
    asked: { state: 'on' },
    chain: [
      step({ entity: h.kitchenLight, from: 'off', to: 'on', cause: byMaddie }),
      step({
        type: 'tali.core.command.concluded',
        entity: h.kitchenLight,
        action: 'turn_on',
        outcome: 'confirmed',
        cause: byMaddie,
      }),
      step({ type: 'tali.core.turn.received', text: h.said, cause: byMaddie }),
    ],
  }),
  {
    en: {
      plain: [
        'The kitchen light went on at 18:02 because Maddie asked for it by chat (“turn on the kitchen light”).',
        'The kitchen light went on at 6 oh 2 PM because Maddie asked for it by chat.',
      ],
      warm: [
        'The kitchen light went on at 18:02 because Maddie asked for it by chat (“turn on the kitchen light”).',
        'The kitchen light went on at 6 oh 2 PM because Maddie asked for it by chat.',
      ],
      brief: ['Maddie, by chat (“turn on the kitchen light”), at 18:02.', 'Maddie, by chat, at 6 oh 2 PM.'],
    },
    de: {
      plain: [
        'Das Küchenlicht ging um 18:02 Uhr an, weil Maddie per Chat darum gebeten hat („schalte das Küchenlicht ein“).',
        'Das Küchenlicht ging um 18 Uhr 2 an, weil Maddie per Chat darum gebeten hat.',
      ],
      warm: [
        'Das Küchenlicht ging um 18:02 Uhr an, weil Maddie per Chat darum gebeten hat („schalte das Küchenlicht ein“).',
        'Das Küchenlicht ging um 18 Uhr 2 an, weil Maddie per Chat darum gebeten hat.',
      ],
      brief: ['Maddie, per Chat („schalte das Küchenlicht ein“), um 18:02 Uhr.', 'Maddie, per Chat, um 18 Uhr 2.'],
    },
  },
)

golden(
  'a resident on the page',
  (h) => ({
    kind: 'why',
    entity: h.kitchenLight,
    asked: { state: 'off' },
    chain: [
      step({
        entity: h.kitchenLight,
        from: 'on',
        to: 'off',
        cause: { kind: 'resident', residentId: 'r1', name: 'Maddie', channel: 'page' },
      }),
    ],
  }),
  {
    en: {
      plain: [
        'The kitchen light went off at 18:02 because Maddie asked for it on the page.',
        'The kitchen light went off at 6 oh 2 PM because Maddie asked for it on the page.',
      ],
      warm: [
        'The kitchen light went off at 18:02 because Maddie asked for it on the page.',
        'The kitchen light went off at 6 oh 2 PM because Maddie asked for it on the page.',
      ],
      brief: ['Maddie, on the page, at 18:02.', 'Maddie, on the page, at 6 oh 2 PM.'],
    },
    de: {
      plain: [
        'Das Küchenlicht ging um 18:02 Uhr aus, weil Maddie auf der Seite darum gebeten hat.',
        'Das Küchenlicht ging um 18 Uhr 2 aus, weil Maddie auf der Seite darum gebeten hat.',
      ],
      warm: [
        'Das Küchenlicht ging um 18:02 Uhr aus, weil Maddie auf der Seite darum gebeten hat.',
        'Das Küchenlicht ging um 18 Uhr 2 aus, weil Maddie auf der Seite darum gebeten hat.',
      ],
      brief: ['Maddie, auf der Seite, um 18:02 Uhr.', 'Maddie, auf der Seite, um 18 Uhr 2.'],
    },
  },
)

golden(
  'no known cause, yesterday',
  (h) => ({
    kind: 'why',
    entity: h.garageDoor,
    asked: { state: 'open' },
    chain: [step({ at: '2026-11-20T17:02:00Z', entity: h.garageDoor, from: 'closed', to: 'open' })],
  }),
  {
    en: {
      plain: [
        "The garage door opened yesterday at 18:02 by hand, or by something I don't know: no command of mine went out.",
        "The garage door opened yesterday at 6 oh 2 PM by hand, or by something I don't know: no command of mine went out.",
      ],
      warm: [
        "The garage door opened yesterday at 18:02 by hand, or by something I don't know: no command of mine went out.",
        "The garage door opened yesterday at 6 oh 2 PM by hand, or by something I don't know: no command of mine went out.",
      ],
      brief: [
        "By hand, or something I don't know, yesterday at 18:02.",
        "By hand, or something I don't know, yesterday at 6 oh 2 PM.",
      ],
    },
    de: {
      plain: [
        'Das Garagentor ging gestern um 18:02 Uhr auf: von Hand oder durch etwas, das ich nicht kenne; von mir kam kein Befehl.',
        'Das Garagentor ging gestern um 18 Uhr 2 auf: von Hand oder durch etwas, das ich nicht kenne; von mir kam kein Befehl.',
      ],
      warm: [
        'Das Garagentor ging gestern um 18:02 Uhr auf: von Hand oder durch etwas, das ich nicht kenne; von mir kam kein Befehl.',
        'Das Garagentor ging gestern um 18 Uhr 2 auf: von Hand oder durch etwas, das ich nicht kenne; von mir kam kein Befehl.',
      ],
      brief: [
        'Von Hand oder durch etwas, das ich nicht kenne, gestern um 18:02 Uhr.',
        'Von Hand oder durch etwas, das ich nicht kenne, gestern um 18 Uhr 2.',
      ],
    },
  },
)

golden(
  'the device itself, on Tuesday',
  (h) => ({
    kind: 'why',
    entity: h.thermostat,
    asked: { state: null },
    chain: [
      step({ at: '2026-11-17T17:02:00Z', entity: h.thermostat, from: 'off', to: 'heat', cause: { kind: 'device' } }),
    ],
  }),
  {
    en: {
      plain: [
        'The thermostat was set to heating on Tuesday at 18:02; the device did that itself.',
        'The thermostat was set to heating on Tuesday at 6 oh 2 PM; the device did that itself.',
      ],
      warm: [
        'The thermostat was set to heating on Tuesday at 18:02; the device did that itself.',
        'The thermostat was set to heating on Tuesday at 6 oh 2 PM; the device did that itself.',
      ],
      brief: ['The device itself, on Tuesday at 18:02.', 'The device itself, on Tuesday at 6 oh 2 PM.'],
    },
    de: {
      plain: [
        'Das Thermostat wurde am Dienstag um 18:02 Uhr auf Heizen gestellt; das war das Gerät selbst.',
        'Das Thermostat wurde am Dienstag um 18 Uhr 2 auf Heizen gestellt; das war das Gerät selbst.',
      ],
      warm: [
        'Das Thermostat wurde am Dienstag um 18:02 Uhr auf Heizen gestellt; das war das Gerät selbst.',
        'Das Thermostat wurde am Dienstag um 18 Uhr 2 auf Heizen gestellt; das war das Gerät selbst.',
      ],
      brief: ['Das Gerät selbst, am Dienstag um 18:02 Uhr.', 'Das Gerät selbst, am Dienstag um 18 Uhr 2.'],
    },
  },
)

golden(
  'a sensor, this month',
  (h) => ({
    kind: 'why',
    entity: h.hallMotion,
    asked: { state: null },
    chain: [
      step({ at: '2026-11-03T17:02:00Z', entity: h.hallMotion, from: 'off', to: 'on', cause: { kind: 'device' } }),
    ],
  }),
  {
    en: {
      plain: [
        'The hall motion sensor reported motion on 3 November at 18:02.',
        'The hall motion sensor reported motion on the 3rd of November at 6 oh 2 PM.',
      ],
      warm: [
        'The hall motion sensor reported motion on 3 November at 18:02.',
        'The hall motion sensor reported motion on the 3rd of November at 6 oh 2 PM.',
      ],
      brief: ['The device itself, on 3 November at 18:02.', 'The device itself, on the 3rd of November at 6 oh 2 PM.'],
    },
    de: {
      plain: [
        'Der Bewegungsmelder meldete am 3. November um 18:02 Uhr Bewegung.',
        'Der Bewegungsmelder meldete am dritten November um 18 Uhr 2 Bewegung.',
      ],
      warm: [
        'Der Bewegungsmelder meldete am 3. November um 18:02 Uhr Bewegung.',
        'Der Bewegungsmelder meldete am dritten November um 18 Uhr 2 Bewegung.',
      ],
      brief: ['Das Gerät selbst, am 3. November um 18:02 Uhr.', 'Das Gerät selbst, am dritten November um 18 Uhr 2.'],
    },
  },
)

golden(
  'before the start',
  (h) => ({
    kind: 'why',
    entity: h.kitchenLight,
    asked: { state: 'on' },
    chain: [step({ entity: h.kitchenLight, to: 'on', cause: { kind: 'restart' } })],
  }),
  {
    en: {
      plain: [
        'The kitchen light was already on when I started at 18:02.',
        'The kitchen light was already on when I started at 6 oh 2 PM.',
      ],
      warm: [
        'The kitchen light was already on when I started at 18:02.',
        'The kitchen light was already on when I started at 6 oh 2 PM.',
      ],
      brief: [
        'The kitchen light was already on when I started at 18:02.',
        'The kitchen light was already on when I started at 6 oh 2 PM.',
      ],
    },
    de: {
      plain: [
        'Das Küchenlicht war schon an, als ich um 18:02 Uhr gestartet bin.',
        'Das Küchenlicht war schon an, als ich um 18 Uhr 2 gestartet bin.',
      ],
      warm: [
        'Das Küchenlicht war schon an, als ich um 18:02 Uhr gestartet bin.',
        'Das Küchenlicht war schon an, als ich um 18 Uhr 2 gestartet bin.',
      ],
      brief: [
        'Das Küchenlicht war schon an, als ich um 18:02 Uhr gestartet bin.',
        'Das Küchenlicht war schon an, als ich um 18 Uhr 2 gestartet bin.',
      ],
    },
  },
)

golden(
  'a timer that somebody started',
  (h) => ({
    kind: 'why',
    entity: h.kitchenLight,
    asked: { state: 'off' },
    chain: [
      step({ entity: h.kitchenLight, from: 'on', to: 'off', cause: pizzaTimer }),
      step({ type: 'tali.core.timer.finished', cause: pizzaTimer }),
      step({ type: 'tali.core.timer.started', at: '2026-11-21T16:52:00Z', cause: byMaddie }),
    ],
  }),
  {
    en: {
      plain: [
        'The kitchen light went off at 18:02 because the pizza timer finished. Maddie started it by chat at 17:52.',
        'The kitchen light went off at 6 oh 2 PM because the pizza timer finished. Maddie started it by chat at 5 52 PM.',
      ],
      warm: [
        'The kitchen light went off at 18:02 because the pizza timer finished. Maddie started it by chat at 17:52.',
        'The kitchen light went off at 6 oh 2 PM because the pizza timer finished. Maddie started it by chat at 5 52 PM.',
      ],
      brief: [
        'Timer pizza, at 18:02. Maddie started it by chat at 17:52.',
        'Timer pizza, at 6 oh 2 PM. Maddie started it by chat at 5 52 PM.',
      ],
    },
    de: {
      plain: [
        'Das Küchenlicht ging um 18:02 Uhr aus, weil der Pizza-Timer abgelaufen ist. Maddie hat ihn um 17:52 Uhr per Chat gestartet.',
        'Das Küchenlicht ging um 18 Uhr 2 aus, weil der Pizza-Timer abgelaufen ist. Maddie hat ihn um 17 Uhr 52 per Chat gestartet.',
      ],
      warm: [
        'Das Küchenlicht ging um 18:02 Uhr aus, weil der Pizza-Timer abgelaufen ist. Maddie hat ihn um 17:52 Uhr per Chat gestartet.',
        'Das Küchenlicht ging um 18 Uhr 2 aus, weil der Pizza-Timer abgelaufen ist. Maddie hat ihn um 17 Uhr 52 per Chat gestartet.',
      ],
      brief: [
        'Timer pizza, um 18:02 Uhr. Maddie hat ihn um 17:52 Uhr per Chat gestartet.',
        'Timer pizza, um 18 Uhr 2. Maddie hat ihn um 17 Uhr 52 per Chat gestartet.',
      ],
    },
  },
)

golden(
  'a change that followed from another',
  (h) => ({
    kind: 'why',
    entity: h.kitchenLight,
    asked: { state: 'on' },
    chain: [
      step({ entity: h.kitchenLight, from: 'off', to: 'on', cause: { kind: 'device' } }),
      step({ at: '2026-11-21T17:01:00Z', entity: h.hallMotion, from: 'off', to: 'on', cause: { kind: 'device' } }),
    ],
  }),
  {
    en: {
      plain: [
        'The kitchen light went on at 18:02; the device did that itself. Before that, the hall motion sensor reported motion at 18:01.',
        'The kitchen light went on at 6 oh 2 PM; the device did that itself. Before that, the hall motion sensor reported motion at 6 oh 1 PM.',
      ],
      warm: [
        'The kitchen light went on at 18:02; the device did that itself. Before that, the hall motion sensor reported motion at 18:01.',
        'The kitchen light went on at 6 oh 2 PM; the device did that itself. Before that, the hall motion sensor reported motion at 6 oh 1 PM.',
      ],
      brief: [
        'The device itself, at 18:02. Before that, the hall motion sensor reported motion at 18:01.',
        'The device itself, at 6 oh 2 PM. Before that, the hall motion sensor reported motion at 6 oh 1 PM.',
      ],
    },
    de: {
      plain: [
        'Das Küchenlicht ging um 18:02 Uhr an; das war das Gerät selbst. Davor: der Bewegungsmelder meldete um 18:01 Uhr Bewegung.',
        'Das Küchenlicht ging um 18 Uhr 2 an; das war das Gerät selbst. Davor: der Bewegungsmelder meldete um 18 Uhr 1 Bewegung.',
      ],
      warm: [
        'Das Küchenlicht ging um 18:02 Uhr an; das war das Gerät selbst. Davor: der Bewegungsmelder meldete um 18:01 Uhr Bewegung.',
        'Das Küchenlicht ging um 18 Uhr 2 an; das war das Gerät selbst. Davor: der Bewegungsmelder meldete um 18 Uhr 1 Bewegung.',
      ],
      brief: [
        'Das Gerät selbst, um 18:02 Uhr. Davor: der Bewegungsmelder meldete um 18:01 Uhr Bewegung.',
        'Das Gerät selbst, um 18 Uhr 2. Davor: der Bewegungsmelder meldete um 18 Uhr 1 Bewegung.',
      ],
    },
  },
)

golden(
  'a command that came to nothing',
  (h) => ({
    kind: 'why',
    entity: h.hallLamp,
    asked: { state: 'on' },
    chain: [
      step({
        type: 'tali.core.command.concluded',
        entity: h.hallLamp,
        action: 'turn_on',
        outcome: 'no_echo',
        cause: byMaddie,
      }),
      step({ type: 'tali.core.turn.received', text: h.said, cause: byMaddie }),
    ],
  }),
  {
    en: {
      plain: [
        'I was to turn on the hall lamp at 18:02 because Maddie asked for it by chat (“turn on the kitchen light”); what came of it: no answer.',
        'I was to turn on the hall lamp at 6 oh 2 PM because Maddie asked for it by chat; what came of it: no answer.',
      ],
      warm: [
        'I was to turn on the hall lamp at 18:02 because Maddie asked for it by chat (“turn on the kitchen light”); what came of it: no answer.',
        'I was to turn on the hall lamp at 6 oh 2 PM because Maddie asked for it by chat; what came of it: no answer.',
      ],
      brief: ['Maddie, by chat (“turn on the kitchen light”), at 18:02.', 'Maddie, by chat, at 6 oh 2 PM.'],
    },
    de: {
      plain: [
        'Ich sollte um 18:02 Uhr die Flurlampe einschalten, weil Maddie per Chat darum gebeten hat („schalte das Küchenlicht ein“); was daraus wurde: keine Antwort.',
        'Ich sollte um 18 Uhr 2 die Flurlampe einschalten, weil Maddie per Chat darum gebeten hat; was daraus wurde: keine Antwort.',
      ],
      warm: [
        'Ich sollte um 18:02 Uhr die Flurlampe einschalten, weil Maddie per Chat darum gebeten hat („schalte das Küchenlicht ein“); was daraus wurde: keine Antwort.',
        'Ich sollte um 18 Uhr 2 die Flurlampe einschalten, weil Maddie per Chat darum gebeten hat; was daraus wurde: keine Antwort.',
      ],
      brief: ['Maddie, per Chat („schalte das Küchenlicht ein“), um 18:02 Uhr.', 'Maddie, per Chat, um 18 Uhr 2.'],
    },
  },
)

golden('no record', (h) => ({ kind: 'why', entity: h.kitchenLight, asked: { state: 'on' }, chain: [] }), {
  en: { plain: 'I have no record of that.', warm: 'I have no record of that.', brief: 'I have no record of that.' },
  de: {
    plain: 'Darüber habe ich nichts aufgezeichnet.',
    warm: 'Darüber habe ich nichts aufgezeichnet.',
    brief: 'Darüber habe ich nichts aufgezeichnet.',
  },
})
