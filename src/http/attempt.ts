import { ConnectionError, RedirectError, TimeoutError } from '../errors/errors.js'
import { type Redact, redactError } from '../errors/redact.js'
import { onAborted } from './abort.js'
import { type Call, contextOf, timeLeft } from './call-state.js'
import { createResponseError } from './parse-response.js'
import { BodyProblem, boundErrorBody, readContent, untilAborted } from './read-body.js'
import type { Answer } from './shortcuts.js'
import { provesUnsent } from './unsent.js'

/** The part of the global `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Tells `fetch` when an attempt has ended early. */
export interface Ending {
  /** Makes a signal, which is dear. It is asked for only by a `fetch` that looks at it. */
  signal(): AbortSignal
  /** Does the same for less. */
  listen(listener: (reason: unknown) => void): void
}

/** Calls `fetch`. */
export type Send = (ending: Ending) => Promise<Answer>

/**
 * Sends a call once, and reads its answer to the end, all within the time of an attempt.
 * It ends at once when that time or the signal of the call does, even if `fetch` goes on, and leaves no timer or listener.
 *
 * @returns The answer, whatever its status; the body of an error is bounded.
 * @throws ConnectionError if no answer came.
 * @throws ResponseError if the body broke off, is too large, or is not UTF-8.
 * @throws RedirectError on any 3xx.
 * @throws TimeoutError after `call.timeout`.
 */
export function attempt(call: Call, send: Send, redact: Redact): Promise<Response> {
  const { signal, timeout } = call
  return new Promise((resolve, reject) => {
    let ended: { reason: unknown } | undefined
    const listeners: ((reason: unknown) => void)[] = []
    const ending: Ending = {
      signal() {
        const controller = new AbortController()
        this.listen((reason) => controller.abort(reason))
        return controller.signal
      },
      listen(listener) {
        if (ended) listener(ended.reason)
        else listeners.push(listener)
      },
    }
    const end = (reason: unknown) => {
      ended = { reason }
      release()
      reject(reason)
      for (const listener of listeners) listener(reason)
    }
    const callOff = onAborted(signal, () => end(signal?.reason))
    const started = performance.now()
    const left = timeLeft(call)
    const limit = left < timeout ? 'totalTimeout' : 'timeout'
    const time = Math.min(left, timeout)
    const timer =
      time === Infinity
        ? undefined
        : setTimeout(() => end(new TimeoutError(limit, call[limit], call.phase, contextOf(call))), time)
    const release = () => {
      clearTimeout(timer)
      callOff()
    }
    call.phase = 'headers'
    exchange().then(
      (response) => {
        release()
        resolve(response)
      },
      (error) => {
        release()
        reject(error)
      },
    )

    async function exchange(): Promise<Response> {
      let response: Answer
      try {
        response = await send(ending)
      } catch (error) {
        const cause = redactError(error, redact)
        const { code, message } = deepest(cause)
        throw new ConnectionError(
          code && !message.includes(code) ? `${code}, ${message}` : message,
          provesUnsent(error),
          { ...contextOf(call), cause },
        )
      }
      // A `fetch` that does not look at its signal may answer when nobody waits any more, and another attempt is on its way.
      if (ended) {
        discard(response)
        throw ended.reason
      }
      call.phase = 'body'
      if (response.ok) {
        const content = await receive(call, response, redact)
        // Else it would pass for that of the attempt that goes on.
        if (!ended) {
          call.answer = response
          call.content = content
        }
        return response
      }
      if (response.type !== 'opaqueredirect' && (response.status < 300 || response.status > 399)) {
        // The status is known. However slow its body, it must not be lost to a timeout.
        clearTimeout(timer)
        return boundErrorBody(response, redact, started + time - performance.now())
      }
      discard(response)
      throw new RedirectError(response.status, withoutQuery(response.headers.get('location'), redact), contextOf(call))
    }
  })
}

/**
 * Reads the body of a success.
 *
 * @throws ResponseError if it breaks off, is too large, or is not UTF-8.
 */
export async function receive(call: Call, response: Answer, redact: Redact): Promise<unknown> {
  if (call.format === 'stream') return untilAborted(response.body ?? new Blob([]).stream(), call.signal)
  try {
    return await readContent(response, call.format, call.maxResponseBytes)
  } catch (error) {
    const whole = error instanceof BodyProblem
    const context = { ...contextOf(call), cause: whole ? undefined : redactError(error, redact) }
    throw createResponseError(whole ? error.message : 'the body was cut off', context, response, redact, '', !whole)
  }
}

function discard({ body }: Response): void {
  body?.cancel().catch(() => {})
}

function deepest(error: Error & { code?: string }): { code?: string | undefined; message: string } {
  return error.cause instanceof Error
    ? deepest(error.cause)
    : { code: error.code, message: error.message || error.name }
}

function withoutQuery(location: string | null, redact: Redact): string | null {
  return location === null ? null : redact(location.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//'))
}
