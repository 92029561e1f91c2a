import type { TracingChannel, TracingChannelSubscribers } from 'node:diagnostics_channel'
import { onRejected } from '../common/on-rejected.js'
import type { CallState } from '../http/call-state.js'
import { type CallTracer, callTracer } from '../http/call-tracer.js'
import { now } from '../http/monotonic-clock.js'
import type { WithResponse } from './api-promise.js'
import { type CallEvent, toCallEvent } from './call-event.js'
import { checkFunctions } from './check-options.js'
import { isErrorResult } from './finish-call.js'
import { createLog } from './log.js'
import type { CallOptions } from './request-options.js'

/**
 * The message that subscribers of the tracing channel receive. All events of a call share one object; its numbers are current
 * when read, and final once the call has ended.
 */
export interface TraceContext extends CallEvent {
  /** Number of attempts so far, the same as `attempt`. */
  readonly attempts: number
  /** The result, from `asyncStart` on, if the call succeeded. */
  result?: Pick<WithResponse<unknown>, 'data' | 'response' | 'attempts' | 'duration'>
  /**
   * The error that the caller receives, from `error` on, if the call failed. An error that a composed method continues after, such
   * as a conflict in `upsert`, is not a failure. If the method fails with it in the end, the call is published again, with it.
   */
  error?: unknown
  /** @internal */
  [callTracer]?: CallTracer
}

/** Functions for the events of the tracing channel. */
export interface TraceSubscribers {
  /** A call starts. */
  start?: ((call: TraceContext) => void) | undefined
  /** The function that started the call has returned its promise. */
  end?: ((call: TraceContext) => void) | undefined
  /** The call has ended, and its promise is about to settle. */
  asyncStart?: ((call: TraceContext) => void) | undefined
  /** The promise of the call has settled. */
  asyncEnd?: ((call: TraceContext) => void) | undefined
  /** The call has failed. */
  error?: ((call: TraceContext) => void) | undefined
}

const eventNames = Object.keys({
  start: true,
  end: true,
  asyncStart: true,
  asyncEnd: true,
  error: true,
} satisfies Record<keyof TraceSubscribers, true>) as Array<keyof TraceSubscribers>

// The two parameters have changed their order between versions of the types of Node.
type CallChannel = TracingChannel<TraceContext, TraceContext>

let channel: CallChannel | undefined
let isUnavailable = false

function findChannel(): CallChannel | undefined {
  if (isUnavailable) return undefined
  try {
    channel ??= globalThis.process
      ?.getBuiltinModule?.('node:diagnostics_channel')
      ?.tracingChannel?.<TraceContext, TraceContext>('sceyt-platform:call')
  } catch {
    // Next.js throws on its edge, where the functions of Node are there, but may not be called.
    isUnavailable = true
  }
  return channel
}

/**
 * Subscribes to the tracing channel `sceyt-platform:call`, on which all clients of the process publish their calls. It does
 * nothing on a platform without such channels, such as a browser. If a function throws, the error is logged on the console.
 *
 * @param subscribers - A function for each event to receive: `start`, `end`, `asyncStart`, `asyncEnd` or `error`. They may be
 * methods of a class.
 * @returns A function that unsubscribes.
 * @throws InputError if an event is not known, or not a function.
 *
 * @example
 * ```ts
 * import { subscribeToCalls } from 'sceyt-platform'
 *
 * const unsubscribe = subscribeToCalls({
 *   asyncEnd: ({ method, path, result }) => console.log(method, path, result?.response.status), // GET /users 200
 * })
 * await sceyt.users.list()
 * unsubscribe()
 * ```
 */
export function subscribeToCalls(subscribers: TraceSubscribers): () => void {
  checkFunctions('subscribers', subscribers, 'event', eventNames)
  const found = findChannel()
  const log = createLog(console, 'error')
  const own: Partial<TracingChannelSubscribers<TraceContext>> = {}
  for (const name of eventNames) {
    if (!subscribers[name]) continue
    own[name] = (call: TraceContext) => {
      const fail = (error: unknown) => log('error', `the subscriber ${name} failed; the call continues`, { error })
      try {
        onRejected(subscribers[name]?.(call), fail)
      } catch (error) {
        // Node would end the process.
        fail(error)
      }
    }
  }
  // The types of Node require all functions; the channel does not.
  found?.subscribe(own as TracingChannelSubscribers<TraceContext>)
  return () => void found?.unsubscribe(own as TracingChannelSubscribers<TraceContext>)
}

/**
 * Publishes a call on the tracing channel `sceyt-platform:call`, if the platform has such channels and this one has
 * subscribers. A tracer then needs no patches.
 *
 * @param work - Makes the call. An outcome with an `error` is published as that error.
 * @param expects - Whether the caller handles an error, which is then not published.
 */
export function traced<T extends object>(
  call: CallState,
  work: () => Promise<T>,
  expects?: CallOptions['expects'],
): Promise<T> {
  const found = channel ?? findChannel()
  return found?.hasSubscribers ? publish(found, call, work, expects) : work()
}

async function publish<T extends object>(
  channel: CallChannel,
  call: CallState,
  work: () => Promise<T>,
  expects: CallOptions['expects'],
): Promise<T> {
  const { callId, operationId, name, method, path } = toCallEvent(call)
  let ended: number | undefined
  let outcome: T | { error: unknown } | undefined
  let isRejected = false
  const settle = async () => {
    outcome = await work().catch((error: unknown) => {
      isRejected = true
      return { error }
    })
    ended = now()
    if (!isErrorResult(outcome)) return outcome
    if (!expects?.(outcome.error)) throw outcome.error
    return undefined
  }
  const context: TraceContext = {
    callId,
    operationId,
    name,
    method,
    path,
    get attempts() {
      return call.attempts
    },
    get attempt() {
      return call.attempts
    },
    get attemptDuration() {
      return toCallEvent(call, ended).attemptDuration
    },
    get duration() {
      return toCallEvent(call, ended).duration
    },
  }
  // Called once subscribers have received `start`.
  const publishing = channel.tracePromise(() => {
    call.tracer = context[callTracer]
    return call.tracer?.call(settle) ?? settle()
  }, context)
  try {
    await publishing
  } catch (error) {
    if (!outcome) throw error
  }
  if (isRejected) throw (outcome as { error: unknown }).error
  return outcome as T
}
