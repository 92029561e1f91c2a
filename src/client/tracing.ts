import type { TracingChannel } from 'node:diagnostics_channel'
import type { CallState } from '../http/call-state.js'

/** The context that subscribers of the channel receive; `result` or `error` is added at the end. */
export interface TraceContext {
  /** The operation of the OpenAPI document, such as `createUser`. */
  operationId: string
  /** Its name in the client, such as `users.create`. */
  name: string
  /** The HTTP method, such as `POST`. */
  method: string
  /** The path template, such as `/users/{username}`. */
  path: string
  /** Number of attempts so far. */
  readonly attempts: number
}

let channel: TracingChannel<TraceContext> | undefined

/**
 * Publishes a call on the tracing channel `sceyt-platform:call`, if the platform has such channels and this one has
 * subscribers. A tracer then needs no patches.
 *
 * @param work - Makes the call. An outcome with an `error` is published as that error.
 */
export function traced<T extends object>(call: CallState, work: () => Promise<T>): Promise<T> {
  channel ??= globalThis.process
    ?.getBuiltinModule?.('node:diagnostics_channel')
    ?.tracingChannel?.<TraceContext>('sceyt-platform:call')
  return channel?.hasSubscribers ? publish(channel, call, work) : work()
}

async function publish<T extends object>(
  channel: TracingChannel<TraceContext>,
  call: CallState,
  work: () => Promise<T>,
): Promise<T> {
  const { id, name, method, path } = call.operation
  let outcome: T | undefined
  const publishing = channel.tracePromise(
    async () => {
      outcome = await work()
      if ('error' in outcome) throw outcome.error
      return outcome
    },
    {
      operationId: id,
      name,
      method,
      path,
      get attempts() {
        return call.attempts
      },
    },
  )
  try {
    return await publishing
  } catch (error) {
    if (outcome) return outcome
    throw error
  }
}
