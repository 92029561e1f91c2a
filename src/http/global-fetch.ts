import { describeMissing } from '../common/describe-missing.js'
import { InputError } from '../errors/input-error.js'
import type { Fetch } from './attempt.js'

/** The global `fetch`. It is read at each call, since a test or a tracer may replace it, and called unbound, as browsers require. */
export const globalFetch: Fetch = (url, init) => {
  const { fetch } = globalThis
  return fetch(url, init)
}

/** The globals that a call may need. Jest's environment for jsdom has few of them. */
const globals = ['fetch', 'Headers', 'Response', 'ReadableStream', 'TextEncoder', 'TextDecoder'] as const

/** @throws InputError naming the globals that are missing, if no call can be made without them. */
export function checkGlobals(fetch: Fetch): void {
  if ('Response' in globalThis && 'Headers' in globalThis && (fetch !== globalFetch || 'fetch' in globalThis)) return
  const missing = globals.filter((name) => !(name in globalThis))
  throw new InputError(
    missing[0] as string,
    `${describeMissing(missing)} Under Jest with jsdom, use the test environment jest-fixed-jsdom.`,
  )
}
