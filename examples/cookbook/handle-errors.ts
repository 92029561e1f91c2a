// Maps each error of the client to advice: whether to retry the call, and which status and message to send to your own caller.
// The client has already retried idempotent calls, so an error that arrives here needs time, or a person.
import * as sceyt from 'sceyt-platform'

export interface Advice {
  /** `never`: not unchanged. `later`: nothing was done, so a retry is safe. `check first`: it may have been done; a read can be retried. `done`: it was done. */
  retry: 'never' | 'later' | 'check first' | 'done'
  /** HTTP status for your own caller. */
  status: number
  /** What your own caller may read. Log `error.message` instead. */
  message: string
  /** Milliseconds to wait before a retry, if known. */
  wait?: number | undefined
}

export function advise(error: unknown, signal?: AbortSignal): Advice {
  // An aborted call rejects with the reason of its signal, which can be anything.
  if (signal?.aborted && error === signal.reason) return advice('check first', 499, 'The request was aborted.')
  // One with attempts is thrown by a middleware, after the request.
  if (error instanceof sceyt.InputError)
    return advice(error.attempts ? 'check first' : 'never', 400, `The value of ${error.parameter} is invalid.`)

  // `reason` is the same whichever status the server chose.
  const reason = error instanceof sceyt.ApiError ? error.reason : undefined
  if (reason === 'already-exists' || reason === 'in-use' || error instanceof sceyt.ConflictError)
    return advice('never', 409, 'It already exists or is in use.')
  if (reason === 'not-found' || error instanceof sceyt.NotFoundError) return advice('never', 404, 'Not found.')
  if (reason === 'not-allowed' || error instanceof sceyt.PermissionDeniedError)
    return advice('never', 403, 'Not allowed.')
  if (reason === 'too-large' || error instanceof sceyt.PayloadTooLargeError) return advice('never', 413, 'Too large.')
  if (error instanceof sceyt.BadRequestError) return advice('never', 400, 'The request is malformed.')
  if (error instanceof sceyt.AuthenticationError) return advice('never', 500, 'This service is misconfigured.')
  if (error instanceof sceyt.UnprocessableEntityError) return advice('never', 422, 'A value is invalid.')
  if (error instanceof sceyt.RateLimitError) return advice('later', 503, 'Too many requests.', error.retryAfter)
  if (error instanceof sceyt.ServerError) return advice('check first', 502, 'The chat server failed.', error.retryAfter)
  // A status without its own class. After a 408, the server may have received everything.
  if (error instanceof sceyt.ApiError)
    return advice(error.status === 408 ? 'check first' : 'never', 502, 'The chat server rejected the request.')

  // A success that cannot be read.
  if (error instanceof sceyt.ResponseError)
    return advice(error.accepted ? 'done' : 'later', 502, 'The chat server sent an invalid response.')
  if (error instanceof sceyt.RedirectError) return advice('never', 500, 'This service is misconfigured.')
  if (error instanceof sceyt.ConnectionError)
    return advice(error.unsent ? 'later' : 'check first', 502, 'The chat server cannot be reached.')
  if (error instanceof sceyt.TimeoutError)
    return advice(error.attempts ? 'check first' : 'later', 504, 'The chat server took too long.')

  // Not an error of the client, but a bug in your own code.
  throw error
}

const advice = (retry: Advice['retry'], status: number, message: string, wait?: number) =>
  ({ retry, status, message, wait }) satisfies Advice

// In a Worker or a bundle, a module has no file name.
if (import.meta.filename && process.argv[1] === import.meta.filename) {
  const user = sceyt.createSceyt().users.get(process.argv[2] ?? 'nobody')
  user.then(console.log, (error) => console.log(error.message, advise(error)))
}
