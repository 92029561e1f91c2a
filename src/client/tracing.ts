import type { TracingChannel } from 'node:diagnostics_channel'
import type { Call } from '../http/call-state.js'

/** What subscribers of the channel see; `result` or `error` joins it at the end. */
export interface TraceContext {
  /** The operation of the document, such as `createUser`. */
  operationId: string
  /** Its name in the client, such as `users.create`. */
  name: string
  /** The method of HTTP, such as `POST`. */
  method: string
  /** The path of the document, such as `/users/{username}`. */
  path: string
  /** How often the call was sent, so far. */
  readonly attempts: number
}

let channel: TracingChannel<TraceContext> | undefined

/**
 * Publishes a call on the tracing channel `sceyt-platform:call`, where the platform has such channels and somebody listens.
 * So a tracer needs to patch nothing.
 */
export function traced<T>(call: Call, work: () => Promise<T>): Promise<T> {
  channel ??= globalThis.process
    ?.getBuiltinModule?.('node:diagnostics_channel')
    ?.tracingChannel?.<TraceContext>('sceyt-platform:call')
  if (!channel?.hasSubscribers) return work()
  const { id, name, method, path } = call.operation
  return channel.tracePromise(work, {
    operationId: id,
    name,
    method,
    path,
    get attempts() {
      return call.attempts
    },
  })
}
