// What to do about each error of the client: may the call be made again, what to answer to your own caller, and what to say.
// A call that is safe to repeat was repeated by the client already, so what arrives here needs somebody, or time.
import * as sceyt from 'sceyt-platform'

export interface Advice {
  /** `never`: not as it is. `later`: nothing was done, so it is safe. `look first`: it may have been done; a mere read is safe. `done`: it was. */
  repeat: 'never' | 'later' | 'look first' | 'done'
  /** Milliseconds to wait first, if somebody knows. */
  wait?: number | undefined
  /** HTTP status for your own caller. */
  status: number
  /** What your own caller may read. What you want in your log is `error.message`. */
  say: string
}

/** What to answer for a refusal, whichever status the server chose for it. */
const refusals: Partial<Record<sceyt.ErrorReason, Pick<Advice, 'status' | 'say'>>> = {
  'already-exists': { status: 409, say: 'It is taken, or in use.' },
  'in-use': { status: 409, say: 'It is taken, or in use.' },
  'not-found': { status: 404, say: 'There is no such thing.' },
  'not-allowed': { status: 403, say: 'That is not allowed.' },
  'too-large': { status: 413, say: 'It is too large.' },
}

export function advise(error: unknown, signal?: AbortSignal): Advice {
  // An aborted call rejects with the reason of its signal, which can be anything.
  if (signal?.aborted && error === signal.reason)
    return { repeat: 'look first', status: 499, say: 'You left before it was done.' }

  if (error instanceof sceyt.InputError)
    return { repeat: 'never', status: 400, say: `The value of ${error.parameter} cannot be sent.` }

  const refusal = error instanceof sceyt.ApiError ? refusals[error.reason] : undefined
  if (refusal) return { repeat: 'never', ...refusal }
  if (error instanceof sceyt.BadRequestError) return { repeat: 'never', status: 400, say: 'The request is malformed.' }
  if (error instanceof sceyt.AuthenticationError)
    return { repeat: 'never', status: 500, say: 'This service is set up wrong.' }
  if (error instanceof sceyt.PermissionDeniedError) return { repeat: 'never', status: 403, say: 'That is not allowed.' }
  if (error instanceof sceyt.NotFoundError) return { repeat: 'never', status: 404, say: 'There is no such thing.' }
  if (error instanceof sceyt.ConflictError) return { repeat: 'never', status: 409, say: 'It is taken, or in use.' }
  if (error instanceof sceyt.PayloadTooLargeError) return { repeat: 'never', status: 413, say: 'It is too large.' }
  if (error instanceof sceyt.UnprocessableEntityError)
    return { repeat: 'never', status: 422, say: 'A value is not acceptable.' }
  if (error instanceof sceyt.RateLimitError)
    return { repeat: 'later', wait: error.retryAfter, status: 503, say: 'Too much is going on.' }
  if (error instanceof sceyt.ServerError)
    return { repeat: 'look first', wait: error.retryAfter, status: 502, say: 'The chat has failed.' }
  // A status without a class of its own. After a 408 the server may have had everything.
  if (error instanceof sceyt.ApiError)
    return { repeat: error.status === 408 ? 'look first' : 'never', status: 502, say: 'The chat has refused.' }

  // A success that cannot be read.
  if (error instanceof sceyt.ResponseError)
    return { repeat: error.accepted ? 'done' : 'later', status: 502, say: 'The chat has answered strangely.' }
  if (error instanceof sceyt.RedirectError)
    return { repeat: 'never', status: 500, say: 'This service is set up wrong.' }
  if (error instanceof sceyt.ConnectionError)
    return { repeat: error.unsent ? 'later' : 'look first', status: 502, say: 'The chat is out of reach.' }
  if (error instanceof sceyt.TimeoutError)
    return { repeat: error.attempts ? 'look first' : 'later', status: 504, say: 'The chat takes too long.' }

  // Not of this client: a defect of your own.
  throw error
}

// A Worker and a bundle have no file name, and a Worker no process.
if (import.meta.filename && process.argv[1] === import.meta.filename) {
  const name = process.argv[2] ?? 'nobody'
  const getting = sceyt.createSceyt().users.get(name)
  getting.then(console.log, (error) => console.log(error.message, advise(error)))
}
