import type { IncomingMessage } from 'node:http'

/** Whether a name or an address is this machine for sure. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host)
}

/**
 * Whether a request was sent to this machine by a name that is always its own.
 * A name that leads here only now is how a page of another origin would pass for ours.
 */
export function isSentToLoopback({ headers }: IncomingMessage): boolean {
  return isLoopback((headers.host ?? '').replace(/:\d+$/, ''))
}
