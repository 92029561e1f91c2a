import { ConnectionError, ResponseError, TimeoutError } from '../errors/errors.js'
import type { Redact } from '../errors/redact.js'
import { attempt, type Ending, type Fetch } from './attempt.js'
import { type KeyHeader, PlainRequest, readPlain, readPlatform } from './build-request.js'
import { type Call, contextOf, timeLeft } from './call-state.js'
import { type Limits, sleep } from './deadline.js'
import { parseRetryAfter } from './headers/retry-after.js'
import type { Limiter } from './limiter.js'
import { reopen } from './read-body.js'
import type { Reporter } from './reporter.js'
import { type Failure, longestRetryAfter, mayRetry, retryDelay } from './retry.js'

/** What the transport needs to know of the client. */
export interface TransportOptions {
  fetch: Fetch
  key: KeyHeader
  limiter: Limiter
  redact: Redact
  reporter: Reporter
}

/**
 * The `fetch` beneath openapi-fetch: it attaches the key, waits for a turn, sends, and sends again what may be sent again.
 *
 * @returns The last answer, whatever its status.
 * @throws What the last attempt failed with.
 */
export function createTransport({
  fetch,
  key,
  limiter,
  redact,
  reporter,
}: TransportOptions): (request: PlainRequest | Request, call: Call) => Promise<Response> {
  return async (request, call) => {
    const plain = request instanceof PlainRequest
    const { url, repeatable, init } = plain ? readPlain(request, call, key) : await readPlatform(request, call, key)
    const ticket = limiter.ticket()
    const send = (ending: Ending) => {
      const sent = init(ending)
      reporter.request(call, url, sent)
      return fetch(url, sent)
    }
    for (;;) {
      call.signal?.throwIfAborted()
      // Steps of one call share its time.
      if (timeLeft(call) <= 0) throw limitsOf(call).onTimeout()
      if (!limiter.tryEnter()) await limiter.enter(ticket, limitsOf(call))
      call.attempts++
      let response: Response | undefined
      let error: unknown
      let failure: Failure | undefined
      let delay: number | undefined
      try {
        response = await attempt(call, send, redact)
        reporter.response(call, response)
        if (response.ok) return plain ? response : reopen(response, call.content)
        failure = {
          status: response.status,
          retryAfter: parseRetryAfter(response.headers.get('retry-after'), Date.now()),
        }
      } catch (problem) {
        error = problem
        failure = call.signal?.aborted ? undefined : failureOf(problem)
      } finally {
        if (failure) delay = retryDelay(call.attempts, failure)
        const limited = failure?.status === 429
        if (limited) limiter.pause(delay ?? longestRetryAfter)
        limiter.leave(limited)
      }
      const again = failure && repeatable && call.attempts <= call.maxRetries && mayRetry(call.operation, failure)
      if (!again || delay === undefined || delay > timeLeft(call)) {
        if (response) return response
        throw error
      }
      reporter.retry(call, delay, response ?? error)
      call.phase = 'backoff'
      // After a 429 the whole client waits, in the line that this call joins again.
      if (failure?.status !== 429) await sleep(delay, call.signal)
    }
  }
}

function failureOf(error: unknown): Failure | undefined {
  if (error instanceof ConnectionError) return { unsent: error.unsent }
  return (error instanceof TimeoutError && error.limit === 'timeout') ||
    (error instanceof ResponseError && error.incomplete)
    ? {}
    : undefined
}

/** What ends a wait of a call. */
export function limitsOf(call: Call): Limits {
  const { signal, totalTimeout } = call
  return {
    signal,
    timeout: timeLeft(call),
    onTimeout: () => new TimeoutError('totalTimeout', totalTimeout, call.phase, contextOf(call)),
  }
}
