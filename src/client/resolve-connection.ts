import { serverUrl } from '../../generated/operations.js'
import { describeMissing } from '../common/describe-missing.js'
import { isLoopback } from '../common/is-loopback.js'
import { isPrivateHost } from '../common/is-private-host.js'
import { parseUrl } from '../common/parse-url.js'
import { InputError, refuse } from '../errors/input-error.js'
import { encode, isWellFormed } from '../operation/encode-url.js'
import { type EnvironmentOption, howToSet, readAllowHttp, readEnv } from './environment.js'

/** Where the requests of a client go, and its key. */
export interface Connection {
  baseUrl: string
  apiKey: string
}

/** The options that make it up, before they are checked. */
interface Given {
  apiUrl?: unknown
  appId?: unknown
  apiKey?: unknown
  baseUrl?: unknown
  allowHttp?: unknown
}

/**
 * Checks the connection options. Those that are missing are read from the environment.
 *
 * @throws InputError naming every option that is missing, or the first one that is not valid.
 */
export function resolveConnection(options: Given): Connection {
  const { baseUrl, allowHttp } = options
  const part = (['apiUrl', 'appId'] as const).find((name) => options[name] !== undefined)
  if (part && baseUrl !== undefined)
    throw new InputError('baseUrl', `cannot be set together with ${part}, which it replaces.`)
  const {
    apiUrl = readEnv('apiUrl'),
    appId = readEnv('appId'),
    apiKey = readEnv('apiKey'),
    baseUrl: whole = part ? undefined : readEnv('baseUrl'),
  } = options
  refuseMissing(whole === undefined ? { apiUrl, appId, apiKey } : { apiKey })
  const allowed: Allowed = { byCode: allowHttp, byVariable: allowHttp === undefined && readAllowHttp() }
  const url =
    whole === undefined
      ? apiUrlOf(apiUrl, appId, allowed)
      : checkUrl(baseUrl === undefined ? 'SCEYT_BASE_URL' : 'baseUrl', whole, allowed).href.replace(/(?<!\/)\/+$/, '')
  return { baseUrl: url, apiKey: checkApiKey(apiKey) }
}

/** Names every option that is missing. */
function refuseMissing(given: Partial<Record<EnvironmentOption, unknown>>): void {
  const missing = (Object.keys(given) as EnvironmentOption[]).filter((name) => given[name] === undefined)
  const [first] = missing
  if (!first) return
  throw new InputError(first, `${describeMissing(missing)} ${howToSet(missing)}`)
}

function checkApiKey(given: unknown): string {
  const apiKey = checkText('apiKey', given)
  if (!/^[\x20-\x7e\xa0-\xff]*$/.test(apiKey))
    throw new InputError('apiKey', 'must be a string without line breaks, of characters that are allowed in a header.')
  if (apiKey !== apiKey.trim()) throw new InputError('apiKey', 'must not begin or end with a space.')
  return apiKey
}

function apiUrlOf(apiUrl: unknown, appId: unknown, allowed: Allowed): string {
  const host = checkText('apiUrl', apiUrl)
  const url = checkUrl('apiUrl', /^[a-z][a-z0-9+.-]*:\/\//i.test(host) ? host : `https://${host}`, allowed)
  if (url.pathname !== '/')
    throw new InputError(
      'apiUrl',
      `must be a host without a path, got ${JSON.stringify(url.pathname)}. For a path, use baseUrl.`,
    )
  const id = checkText('appId', appId)
  if (!isWellFormed(id) || id !== encode(id) || /^\.+$/.test(id))
    throw new InputError('appId', `must be letters, digits and -._~, got ${JSON.stringify(id)}.`)
  return serverUrl.replace('https://{apiUrl}', url.origin).replace('{appId}', id)
}

/** What allows plain http to other machines: an option of the client, or for private networks a variable. */
interface Allowed {
  byCode: unknown
  byVariable: boolean
}

function checkUrl(option: string, value: unknown, { byCode, byVariable }: Allowed): URL {
  if (typeof value !== 'string') refuse(option, 'a string', value)
  const url = parseUrl(value)
  if (!url) throw new InputError(option, `must be a URL, got ${JSON.stringify(value)}.`)
  const { protocol, hostname } = url
  if (protocol !== 'https:' && protocol !== 'http:') throw new InputError(option, `must be https, got ${protocol}//.`)
  if (url.username || url.password) throw new InputError(option, 'must not contain a user name or password.')
  if (/[?#]/.test(value)) throw new InputError(option, 'must not contain a query or fragment.')
  const isAllowed = byCode || isLoopback(hostname) || (byVariable && isPrivateHost(hostname))
  if (protocol === 'http:' && !isAllowed) {
    const orVariable =
      byCode !== false && isPrivateHost(hostname) ? ', or SCEYT_ALLOW_HTTP=true in the environment' : ''
    throw new InputError(
      option,
      `is plain http, which would send the API key unencrypted to ${hostname}. Use https, or set allowHttp: true${orVariable}.`,
    )
  }
  return url
}

function checkText(option: EnvironmentOption, value: unknown): string {
  if (typeof value !== 'string') refuse(option, 'a string', value)
  if (value.trim() === '') throw new InputError(option, `is empty. ${howToSet([option])}`)
  return value
}
