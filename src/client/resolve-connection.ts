import { serverUrl } from '../../generated/operations.js'
import { describeMissing } from '../common/describe-missing.js'
import { isLoopback } from '../common/is-loopback.js'
import { parseUrl } from '../common/parse-url.js'
import { InputError, refuse } from '../errors/input-error.js'
import { encode, isWellFormed } from '../operation/encode-url.js'
import { type EnvironmentOption, type HttpRule, howToSet, readEnv, readHttpRule } from './environment.js'

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
  allowHttp?: boolean | undefined
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
  refuseMissing(whole === undefined ? { apiUrl, appId, apiKey } : { apiKey }, part)
  const http = readHttpRule(allowHttp)
  const url =
    whole === undefined
      ? apiUrlOf(apiUrl, appId, http)
      : checkUrl(baseUrl === undefined ? 'SCEYT_BASE_URL' : 'baseUrl', whole, http).href.replace(/(?<!\/)\/+$/, '')
  return { baseUrl: url, apiKey: checkApiKey(apiKey) }
}

/** Names every option that is missing. */
function refuseMissing(given: Partial<Record<EnvironmentOption, unknown>>, part?: string): void {
  const missing = (Object.keys(given) as EnvironmentOption[]).filter((name) => given[name] === undefined)
  const [first] = missing
  if (!first) return
  throw new InputError(first, `${describeMissing(missing)} ${howToSet(missing, part)}`)
}

function checkApiKey(given: unknown): string {
  const apiKey = checkText('apiKey', given)
  if (!/^[\x20-\x7e\xa0-\xff]*$/.test(apiKey))
    throw new InputError('apiKey', 'must be a string without line breaks, of characters that are allowed in a header.')
  if (apiKey !== apiKey.trim()) throw new InputError('apiKey', 'must not begin or end with a space.')
  return apiKey
}

function apiUrlOf(apiUrl: unknown, appId: unknown, http: HttpRule): string {
  const host = checkText('apiUrl', apiUrl)
  const url = checkUrl('apiUrl', /^[a-z][a-z0-9+.-]*:\/\//i.test(host) ? host : `https://${host}`, http)
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

function checkUrl(option: string, value: unknown, http: HttpRule): URL {
  if (typeof value !== 'string') refuse(option, 'a string', value)
  const url = parseUrl(value)
  if (!url) throw new InputError(option, `must be a URL, got ${JSON.stringify(value)}.`)
  const { protocol, hostname } = url
  if (protocol !== 'https:' && protocol !== 'http:') throw new InputError(option, `must be https, got ${protocol}//.`)
  if (url.username || url.password) throw new InputError(option, 'must not contain a user name or password.')
  if (/[?#]/.test(value)) throw new InputError(option, 'must not contain a query or fragment.')
  if (protocol === 'http:' && !isLoopback(hostname) && !http.allows(hostname))
    throw new InputError(
      option,
      `is plain http, which would send the API key unencrypted to ${hostname}. Use https, or set allowHttp: true${http.alternative(hostname)}.`,
    )
  return url
}

function checkText(option: EnvironmentOption, value: unknown): string {
  if (typeof value !== 'string') refuse(option, 'a string', value)
  if (value.trim() === '') throw new InputError(option, `is empty. ${howToSet([option])}`)
  return value
}
