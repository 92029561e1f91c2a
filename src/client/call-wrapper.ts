import { onRejected } from '../common/on-rejected.js'
import type { CallState } from '../http/call-state.js'
import type { Sendable } from '../http/sendable.js'
import { createLog } from './log.js'

/** One attempt of a call, as a `CallWrapper` receives it. */
export interface CallAttempt {
  /** Number of the attempt, from 1. */
  readonly attempt: number
  /** The URL with its query, without the API key. */
  readonly url: string
  /** Headers to add to the request, such as `traceparent`. Those that the request has already are not replaced. */
  readonly headers: Record<string, string>
}

/**
 * Functions around a call and its attempts, such as those of a tracer that makes a span active. They call `run` or `send` before
 * they return; the client does so otherwise. Calling it again returns the same promise. The outcome of the call is never theirs:
 * if one throws, the error is logged on the console and the call continues.
 */
export interface CallWrapper {
  /** Called once. `run` waits in the queue, makes all attempts, and calls the hooks. */
  call?: ((run: () => Promise<unknown>) => unknown) | undefined
  /** Called for each attempt. `send` sends the request and reads the response, whatever its status. */
  attempt?: ((attempt: CallAttempt, send: () => Promise<AttemptResponse>) => unknown) | undefined
}

/** What a wrapper sees of a response. */
type AttemptResponse = Pick<Response, 'status' | 'headers'>

type Around<T> = (run: () => Promise<T>) => unknown

/** Runs the work of a call within the wrappers of its tracers. */
export function runWrapped<T>(wrappers: readonly CallWrapper[], work: () => Promise<T>): Promise<T> {
  return within<T>(
    wrappers.map((wrapper) => (run) => wrapper.call?.(run)),
    work,
  )
}

/** Makes the attempts of a call run within the wrappers of its tracers. */
export function wrapAttempts(call: CallState, wrappers: readonly CallWrapper[]): void {
  if (wrappers.length === 0) return
  call.wrapAttempt = async (sendable, redact, send) => {
    const headers: Record<string, string> = {}
    const attempt: CallAttempt = { attempt: call.attempts, url: redact(sendable.url), headers }
    let received: Awaited<ReturnType<typeof send>> | undefined
    await within<AttemptResponse>(
      wrappers.map((wrapper) => (run) => wrapper.attempt?.(attempt, run)),
      async () => {
        received = await send(withHeaders(sendable, headers))
        return received.response
      },
    )
    // `send` has been called once, and has not rejected.
    return received as Awaited<ReturnType<typeof send>>
  }
}

function within<T>(functions: readonly Around<T>[], work: () => Promise<T>): Promise<T> {
  return functions.reduceRight<() => Promise<T>>((run, around) => () => surround(around, run), work)()
}

/** Calls a function around some work, which is done exactly once, and returns the outcome of the work. */
function surround<T>(around: Around<T>, work: () => Promise<T>): Promise<T> {
  let running: Promise<T> | undefined
  const run = () => {
    running ??= work()
    return running
  }
  const fail = (error: unknown) =>
    run().then(
      () => report(error),
      // An async function passes on the failure of the work.
      (reason) => reason === error || report(error),
    )
  try {
    onRejected(around(run), fail)
  } catch (error) {
    fail(error)
  }
  return run()
}

function withHeaders(sendable: Sendable, added: Readonly<Record<string, string>>): Sendable {
  const headers = new Headers(sendable.headers)
  for (const [name, value] of Object.entries(added)) {
    try {
      if (!headers.has(name)) headers.set(name, value)
    } catch {
      // The error of the platform quotes the value.
      report(new TypeError('a header of a tracer is not valid'))
    }
  }
  return { ...sendable, headers }
}

function report(error: unknown): void {
  createLog(console, 'error')('error', 'a function around a call failed; the call continues', { error })
}
