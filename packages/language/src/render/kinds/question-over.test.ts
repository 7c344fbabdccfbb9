import { golden } from '../testing/golden.ts'

golden('expired', () => ({ kind: 'question_over', why: 'expired' }), {
  en: {
    plain: 'That question is no longer open, so I did nothing.',
    warm: 'Sorry, that question is no longer open, so I did nothing.',
    brief: 'Too late, nothing done.',
  },
  de: {
    plain: 'Diese Frage ist nicht mehr offen; ich habe nichts getan.',
    warm: 'Tut mir leid, diese Frage ist nicht mehr offen; ich habe nichts getan.',
    brief: 'Zu spät, nichts getan.',
  },
})

golden('answered', () => ({ kind: 'question_over', why: 'answered' }), {
  en: {
    plain: 'That question was answered already, so I did nothing more.',
    warm: 'Sorry, that question was answered already, so I did nothing more.',
    brief: 'Already answered.',
  },
  de: {
    plain: 'Diese Frage ist schon beantwortet; ich habe nichts weiter getan.',
    warm: 'Tut mir leid, diese Frage ist schon beantwortet; ich habe nichts weiter getan.',
    brief: 'Schon beantwortet.',
  },
})

golden('unknown', () => ({ kind: 'question_over', why: 'unknown' }), {
  en: {
    plain: "I don't know which question that answers, so I did nothing.",
    warm: "Sorry, I don't know which question that answers, so I did nothing.",
    brief: 'No such question.',
  },
  de: {
    plain: 'Ich weiß nicht, zu welcher Frage das gehört; ich habe nichts getan.',
    warm: 'Tut mir leid, ich weiß nicht, zu welcher Frage das gehört; ich habe nichts getan.',
    brief: 'Keine solche Frage.',
  },
})

golden('declined', () => ({ kind: 'question_over', why: 'declined' }), {
  en: { plain: 'All right, I leave it as it is.', warm: 'All right, I leave it as it is.', brief: 'Left as it is.' },
  de: { plain: 'In Ordnung, ich lasse es so.', warm: 'In Ordnung, ich lasse es so.', brief: 'Bleibt so.' },
})
