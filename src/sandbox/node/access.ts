import { isLoopback } from '../../common/is-loopback.js'
import type { Incoming } from './incoming.js'

/** What the sender of a request may do, besides calling the API. */
export interface Access {
  /** Whether it may use the controls. */
  readonly controls: boolean
  /** Whether the pages show it keys and requests. */
  readonly keys: boolean
}

/**
 * Returns what the sender of a request may do: everything, unless a page of another origin may have sent it.
 *
 * - `Host` must be a name that always means this machine. A page of another site can make any other one resolve to this
 *   machine, to pass for our own (DNS rebinding).
 * - `Origin`, if present, must be that of this server.
 * - `Sec-Fetch-Site`, if present, must be `same-origin`, or `none` for an address that the user entered. Browsers send it
 *   without an `Origin`, too: for scripts, images and links.
 */
export function accessOf(request: Pick<Incoming, 'host' | 'header'>): Access {
  const host = request.host.toLowerCase()
  const origin = request.header('origin')
  const isOwn = isLoopback(host.replace(/:\d+$/, '')) && (origin === undefined || origin === `http://${host}`)
  const site = request.header('sec-fetch-site')
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
  // A link on another site, such as a wiki, opens the page for the user, and the site cannot read it.
  const isOpened = request.header('sec-fetch-mode') === 'navigate' && request.header('sec-fetch-dest') === 'document'
  return { controls: isOwn && isOwnSite, keys: isOwn && (isOwnSite || isOpened) }
}
