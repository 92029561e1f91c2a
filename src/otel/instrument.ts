import type { MeterProvider, TracerProvider } from '@opentelemetry/api'
import { InputError, subscribeToCalls } from 'sceyt-platform'
import { describe } from '../common/describe.js'
import { fieldOf } from '../common/field-of.js'
import { failWith, readOptions } from '../common/read-options.js'
import { createDurations } from './durations.js'
import { unsubscribeFromUndici } from './single-headers.js'
import { traceCall } from './trace-call.js'

/** Options of `instrument`. */
export interface InstrumentOptions {
  /** Creates the spans. Default: the global provider, also if it is registered later. */
  tracerProvider?: TracerProvider | undefined
  /** Creates the metrics. Default: the global provider, also if it is registered later. */
  meterProvider?: MeterProvider | undefined
}

/** An instrumentation of all clients, and how often it is in use. */
interface Instrumentation extends InstrumentOptions {
  uses: number
  unsubscribe(): void
}

const names = ['tracerProvider', 'meterProvider'] as const
/** Those of all copies of this module, such as the one for `require`: two of them would make each span twice. */
const instrumentations: Instrumentation[] = sharedList(Symbol.for('sceyt-platform.instrumentations'))

/**
 * Makes spans and metrics of all calls of all clients in the process, by the semantic conventions of OpenTelemetry for HTTP, and
 * adds the headers of the global propagator, such as `traceparent`, to each request. Calling it again with the same providers
 * makes no second span.
 *
 * A call is a span of kind INTERNAL, and each attempt a child of it of kind CLIENT. They contain neither the API key, nor bodies,
 * nor values of a query, nor messages of errors. The metrics are `http.client.request.duration` for attempts and
 * `sceyt.client.call.duration` for calls, in seconds.
 *
 * It needs the tracing channels of Node, which Bun and Deno have too, and `@opentelemetry/api`. Without an SDK it does nothing.
 *
 * @param options - The providers, if they are not the global ones.
 * @returns A function that stops the instrumentation. Calls in flight keep their spans.
 * @throws InputError if an option is not known, or not a provider.
 *
 * @example
 * ```ts
 * import { instrument } from 'sceyt-platform/otel'
 *
 * const stop = instrument()
 * await sceyt.users.get('zoe') // the spans `users.get` and `GET /users/{username}`
 * stop()
 * ```
 */
export function instrument(options: InstrumentOptions = {}): () => void {
  const { tracerProvider, meterProvider } = readOptions('options', options, 'option', names, failWith(InputError))
  checkProvider('tracerProvider', tracerProvider, 'getTracer')
  checkProvider('meterProvider', meterProvider, 'getMeter')
  let found = instrumentations.find(
    (other) => other.tracerProvider === tracerProvider && other.meterProvider === meterProvider,
  )
  if (!found) {
    const durations = createDurations(meterProvider)
    const unsubscribe = subscribeToCalls({ start: (call) => traceCall(call, tracerProvider, durations) })
    const stop = () => {
      unsubscribe()
      if (instrumentations.length === 0) unsubscribeFromUndici()
    }
    found = { tracerProvider, meterProvider, uses: 0, unsubscribe: stop }
    instrumentations.push(found)
  }
  return use(found)
}

function sharedList(name: symbol): Instrumentation[] {
  const found: Instrumentation[] = Reflect.get(globalThis, name) ?? []
  Reflect.defineProperty(globalThis, name, { value: found, configurable: true })
  return found
}

function use(instrumentation: Instrumentation): () => void {
  instrumentation.uses++
  let isStopped = false
  return () => {
    if (isStopped) return
    isStopped = true
    if (--instrumentation.uses > 0) return
    instrumentations.splice(instrumentations.indexOf(instrumentation), 1)
    instrumentation.unsubscribe()
  }
}

function checkProvider(name: string, provider: unknown, method: string): void {
  if (provider !== undefined && typeof fieldOf(provider, method) !== 'function')
    throw new InputError(name, `must be a provider with the method ${method}, got ${describe(provider)}.`)
}
