import { channel } from 'node:diagnostics_channel'
import { type Context, context, createContextKey } from '@opentelemetry/api'

const headerNames = createContextKey('names of headers that a request has once')
const requestCreated = channel('undici:request:create')

/**
 * Returns a context for sending a request in which undici sends each of these headers once. The instrumentation of undici adds a
 * second `traceparent`, and a server that receives two ignores both. The last one is kept: its span is a child of the attempt's.
 */
export function withSingleHeaders(active: Context, names: readonly string[]): Context {
  // Subscribers are called in order, and this one must be the last.
  requestCreated.unsubscribe(removeDuplicates)
  if (requestCreated.hasSubscribers) requestCreated.subscribe(removeDuplicates)
  return active.setValue(
    headerNames,
    names.map((name) => name.toLowerCase()),
  )
}

/** Stops looking at the requests of undici. */
export function unsubscribeFromUndici(): void {
  requestCreated.unsubscribe(removeDuplicates)
}

/** @param message - Has the request, whose headers are names and values in turn. */
function removeDuplicates(message: unknown): void {
  const names = context.active().getValue(headerNames) as readonly string[] | undefined
  const { headers } = (message as { request: { headers?: unknown } }).request
  if (!names || !Array.isArray(headers)) return
  const seen = new Set<string>()
  for (let index = headers.length - 2; index >= 0; index -= 2) {
    const name = String(headers[index]).toLowerCase()
    if (names.includes(name) && seen.has(name)) headers.splice(index, 2)
    seen.add(name)
  }
}
