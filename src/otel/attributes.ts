import type { Attributes } from '@opentelemetry/api'
import type { TraceContext } from 'sceyt-platform'
import { fieldOf } from '../common/field-of.js'

/** Returns the attributes of a request that have few values, for its span and for metrics. */
export function requestAttributes({ method, path }: TraceContext, url: string): Attributes {
  const { hostname, port, protocol } = new URL(url)
  return {
    'http.request.method': method,
    'server.address': hostname.replace(/^\[(.*)\]$/, '$1'),
    'server.port': Number(port || (protocol === 'https:' ? 443 : 80)),
    'url.template': path,
  }
}

/** Returns a URL without the values of its query, which may be names of users. */
export function withoutQuery(url: string): string {
  const { origin, pathname, search } = new URL(url)
  const parts = search ? search.slice(1).split('&') : []
  const redacted = parts.map((part) => (part.includes('=') ? part.replace(/=.*/s, '=REDACTED') : 'REDACTED'))
  return origin + pathname + (search && '?') + redacted.join('&')
}

/** Returns the attributes of a status. Those from 400 on are errors. */
export function statusOf(status: unknown): Attributes {
  if (typeof status !== 'number' || status < 100) return {}
  return { 'http.response.status_code': status, ...(status >= 400 && { 'error.type': String(status) }) }
}

/** Returns the class of an error, which has few values. A message may contain anything. */
export function errorTypeOf(error: unknown): string {
  const name = fieldOf(error, 'name')
  return typeof name === 'string' && /^([A-Z][A-Za-z]{0,40})?(Error|Exception)$/.test(name) ? name : '_OTHER'
}
