import type { IncomingMessage } from 'node:http'
import { isLoopback } from '../../common/is-loopback.js'

/**
 * Whether a request was sent to this machine by a name that is always its own.
 * A name that leads here only now is how a page of another origin would pass for ours.
 */
export function isSentToLoopback({ headers }: IncomingMessage): boolean {
  return isLoopback((headers.host ?? '').replace(/:\d+$/, ''))
}
