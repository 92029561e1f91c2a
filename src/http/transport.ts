import { ConnectionError } from '../errors/connection-error.js'
import { type Redact, redactError } from '../errors/redact.js'
import { ResponseError } from '../errors/response-error.js'
import { TimeoutError } from '../errors/timeout-error.js'
import { joinSignals } from './abort.js'
import { attempt, type Wire } from './attempt.js'
import { type CallState, contextOf, timeLeft, waitLimits } from './call-state.js'
import { type Limits, sleep, withLimits } from './deadline.js'
import { rateLimitOf } from './headers/response-metadata.js'
import { retryAfterOf } from './headers/retry-after.js'
import type { Limiter } from './limiter.js'
import { now } from './monotonic-clock.js'
import type { RateLimiter } from './rate-limiter.js'
import type { Received } from './received.js'
import { type Failure, longestRetryAfter, mayRetry, retryDelay } from './retry.js'
import type { Sendable } from './sendable.js'

/** Shortest wait that is reported, in milliseconds. */
const longWait = 5_000

/** Sends a call: waits in the queue, makes an attempt, and retries it where that is safe. */
export type Transport = (call: CallState, sendable: Sendable) => Promise<Received>

/**
 * Creates the transport of a client.
 *
 * @returns A function that resolves with the last response, whatever its status, and rejects with the error of the last attempt.
 */
export function createTransport({ limiter, ...wire }: Wire & { limiter: Limiter }): Transport {
  const { reporter, redact } = wire
  return async (call, sendable) => {
    const { signal, maxRetries, limiter: rateLimiter } = call.limits
    const ticket = limiter.ticket()
    // The end of the wait that has been reported.
    let reported = 0
    let backoff: number | undefined
    let received: Received | undefined
    let error: unknown
    for (;;) {
      try {
        if (backoff !== undefined) await sleep(backoff, limitsOfWait(call).signal)
        signal?.throwIfAborted()
        // The requests of a composed method share its time.
        if (timeLeft(call) <= 0) throw waitLimits(call).onTimeout()
        if (!limiter.tryEnter()) {
          await limiter.enter(ticket, limitsOfWait(call), (delay) => {
            const end = now() + delay
            if (delay <= longWait || end <= reported + longWait) return
            reported = end
            reporter.pause(call, delay)
          })
        }
        if (rateLimiter) {
          try {
            await acquire(call, rateLimiter, redact)
          } catch (problem) {
            limiter.leave()
            throw problem
          }
        }
      } catch (problem) {
        const ended = toWaitError(call, problem)
        if (ended === problem) throw problem
        if (received) return received
        throw error ?? ended
      }
      call.attempts++
      received = undefined
      error = undefined
      let failure: Failure | undefined
      let delay: number | undefined
      try {
        received = await (call.tracer
          ? call.tracer.attempt(redact, (begin) => attempt(call, sendable, wire, begin))
          : attempt(call, sendable, wire))
        const { response } = received
        reporter.response(call, response)
        if (rateLimiter) observe(rateLimiter, response)
        if (response.ok) return received
        failure = { status: response.status, unsent: false, retryAfter: retryAfterOf(response.headers) }
      } catch (problem) {
        error = problem
        failure = signal?.aborted ? undefined : failureOf(problem)
      } finally {
        if (failure) delay = retryDelay(call.attempts, failure)
        const limited = failure?.status === 429
        if (limited) {
          limiter.pause(delay ?? longestRetryAfter)
          unlessItThrows(() => rateLimiter?.pause?.(delay ?? longestRetryAfter))
        }
        limiter.leave(limited)
      }
      const retries = failure && sendable.repeatable && call.attempts <= maxRetries && mayRetry(call.operation, failure)
      if (!retries || delay === undefined || delay > timeLeft(call)) {
        if (received) return received
        throw error
      }
      if (failure?.status !== 429 && !failure?.unsent) call.unclear = true
      call.attemptEnded = now()
      reported = call.attemptEnded + delay
      reporter.retry(call, delay, received?.response.status, error)
      call.phase = 'backoff'
      // After a 429 the limiter holds back the whole client, this call included.
      backoff = failure?.status === 429 ? undefined : delay
    }
  }
}

/** Returns the signal with which the rate limiter of a call ends its waits. */
function waitSignalOf({ attempts, limits: { limiter } }: CallState): AbortSignal | undefined {
  const signal = unlessItThrows(() => limiter?.waitSignal?.(attempts))
  return signal?.addEventListener && signal
}

/** Returns the error for a wait that has ended: its own, unless the rate limiter ended it. */
export function toWaitError(call: CallState, problem: unknown): unknown {
  return call.limits.signal?.aborted || !waitSignalOf(call)?.aborted
    ? problem
    : new ConnectionError('the limiter ended the wait', !call.unclear, contextOf(call))
}

/** Returns the limits of a wait, which the rate limiter may end too. */
export function limitsOfWait(call: CallState): Limits {
  const limits = waitLimits(call)
  return { ...limits, signal: joinSignals(limits.signal, waitSignalOf(call)) }
}

/** Waits for the rate limiter of a call. */
async function acquire(call: CallState, rateLimiter: RateLimiter, redact: Redact): Promise<void> {
  const limits = limitsOfWait(call)
  try {
    await withLimits(limits, async ({ signal }) => rateLimiter.acquire(signal))
  } catch (error) {
    if (error instanceof TimeoutError || limits.signal?.aborted) throw error
    const cause = redactError(error, redact)
    throw new ConnectionError(
      `the limiter failed: ${cause.message}`,
      !call.unclear,
      { ...contextOf(call), cause },
      true,
    )
  }
}

function observe(rateLimiter: RateLimiter, { headers }: Response): void {
  const stated = rateLimiter.observe ? rateLimitOf(headers) : undefined
  if (stated) unlessItThrows(() => rateLimiter.observe?.(stated))
}

/** Calls a function of the limiter. The outcome of a request that was sent must not depend on it. */
function unlessItThrows<T>(call: () => T): T | undefined {
  try {
    return call()
  } catch {
    // A broken limiter fails at its next `acquire`.
    return undefined
  }
}

/** Returns the failure behind an error, if the call may be retried after it. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof ConnectionError) return error.permanent ? undefined : noResponse(error.unsent)
  const isPassing =
    (error instanceof TimeoutError && error.limit === 'timeout') || (error instanceof ResponseError && error.incomplete)
  return isPassing ? noResponse(false) : undefined
}

function noResponse(unsent: boolean): Failure {
  return { status: undefined, unsent, retryAfter: undefined }
}
