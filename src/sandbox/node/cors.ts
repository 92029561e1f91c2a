import { isLoopback } from '../../common/is-loopback.js'
import type { Incoming } from './incoming.js'
import type { Page } from './page.js'

type Headers = Page['headers']

const forAnyOrigin: Headers = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': '*',
  Vary: 'Origin',
}

/**
 * Returns the headers that let the page that sent a request read the response: a page of any origin, since a front end
 * runs on another port. Pages of this machine may also send credentials, with which browsers do not accept `*`.
 *
 * @param names - The headers of the response.
 */
export function corsHeaders(request: Incoming, names: readonly string[]): Headers {
  const origin = request.header('origin')
  if (origin === undefined || !isLocal(origin)) return forAnyOrigin
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': [...names, 'Date'].join(', '),
    Vary: 'Origin',
  }
}

/** Creates the response to a preflight, which allows every request that the API supports. */
export function preflight(request: Incoming): Page {
  return {
    status: 204,
    headers: {
      ...corsHeaders(request, []),
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Methods': 'GET, PUT, POST, DELETE',
      'Access-Control-Allow-Headers': request.header('access-control-request-headers') ?? '*',
      'Access-Control-Max-Age': '600',
    },
    body: '',
  }
}

/** Returns whether an origin is on this machine. Browsers resolve every name below `localhost` to it. */
function isLocal(origin: string): boolean {
  const [, host = ''] = /^https?:\/\/(.+?)(:\d+)?$/.exec(origin) ?? []
  return isLoopback(host) || /^[\w.-]+\.localhost$/.test(host)
}
