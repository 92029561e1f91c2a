import type { IncomingMessage } from 'node:http'
import { isLoopback } from '../../common/is-loopback.js'

/**
 * Checks whether the host of a request always means this machine. Any other name may be one that a page of another site
 * made resolve to this machine, to pass for our own.
 */
export function isSentToLoopback({ headers }: IncomingMessage): boolean {
  return isLoopback((headers.host ?? '').replace(/:\d+$/, ''))
}
