import { catalogue } from '@tali/runtime'

/** What core says no to, or cannot do. */
export const errors = catalogue('core', {
  unknown_floor: { status: 404, title: 'No such floor', detail: 'There is no floor {id}.' },
  unknown_area: { status: 404, title: 'No such area', detail: 'There is no area {id}.' },
  unknown_entity: { status: 404, title: 'No such entity', detail: 'There is no entity {id}.' },
  unknown_event: { status: 404, title: 'No such event', detail: 'The ledger has no event {id}.' },
  unknown_resident: { status: 404, title: 'No such resident', detail: 'Nobody of the id {id} lives here.' },
  unknown_token: { status: 404, title: 'No such token', detail: 'There is no token {id}.' },
  unknown_timer: { status: 404, title: 'No such timer', detail: 'There is no timer {id}; it may have ended.' },
  name_taken: {
    status: 409,
    title: 'That name is taken',
    detail: 'Something else here is already called {name}. Choose another name.',
  },
  code_wrong: {
    status: 403,
    title: 'That code does not open',
    detail:
      'The code is wrong, was used already, or is older than 15 minutes. The terminal that runs TALI shows a new one at each start; a resident can make one on the page.',
  },
  too_many_tries: {
    status: 429,
    title: 'Too many tries',
    detail: 'Too many wrong codes. Try again in {seconds} seconds.',
  },
  welcome_over: {
    status: 403,
    title: 'Begin again with a code',
    detail: 'This step needs a code that was entered in the last 15 minutes. Enter a code again.',
  },
  last_admin: {
    status: 409,
    title: 'The house needs an administrator',
    detail: 'This is the last administrator of the house.',
  },
  home_file_invalid: {
    status: 400,
    title: 'The home file cannot be read',
    detail: 'The home file has {count} faults; the first: {summary}',
  },
  no_broker: {
    status: 404,
    title: 'No broker of our own',
    detail: 'Devices connect to a broker that TALI does not run; its settings are with whoever runs it.',
  },
})
