/** The bus was disposed; nothing can be sent or heard any more. */
export class BusClosed extends Error {
  override name = 'BusClosed'
}

/** No reply came in time. The request may have been handled all the same. */
export class RequestTimedOut extends Error {
  override name = 'RequestTimedOut'
}

/** Nobody answers requests on that topic. */
export class NoResponder extends Error {
  override name = 'NoResponder'
}

/** Too much waits to be sent already. Nothing was sent; try again later. */
export class BusOverloaded extends Error {
  override name = 'BusOverloaded'
}

/** The broker is away. A request was not sent, or broke off before the broker took it over; it will not be sent later. */
export class BusUnavailable extends Error {
  override name = 'BusUnavailable'
}
