import { InputError } from 'sceyt-platform'
import { parseNoProxy } from './no-proxy.js'

/** A proxy, apart from its credentials. */
export interface ProxyServer {
  readonly uri: string
  /** The value of `Proxy-Authorization`, if the URL has credentials. */
  readonly token?: string
  readonly username: string
  readonly password: string
}

/** Returns the proxy for an origin, if it is to be reached through one. */
export type ProxyFor = (origin: string) => ProxyServer | undefined

/**
 * Reads `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in lower case first. Without `HTTPS_PROXY`, `HTTP_PROXY` is for both.
 *
 * @returns Undefined if no proxy is set.
 * @throws InputError if a proxy is not a URL. It does not show the URL, which may contain a password.
 */
export function readProxySettings(env: NodeJS.ProcessEnv): ProxyFor | undefined {
  const http = proxyOf(env, 'HTTP_PROXY')
  const https = proxyOf(env, 'HTTPS_PROXY') ?? http
  if (!https) return undefined
  const excludes = parseNoProxy(valueIn(env, 'NO_PROXY') ?? '')
  return (origin) => {
    const url = new URL(origin)
    return excludes(url) ? undefined : url.protocol === 'https:' ? https : http
  }
}

function valueIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  for (const variable of [name.toLowerCase(), name]) {
    // Not from a polluted prototype, which would lead to a proxy of an attacker.
    const value = Object.hasOwn(env, variable) ? env[variable]?.trim() : ''
    if (value) return value
  }
  return undefined
}

const protocols = ['http:', 'https:', 'socks:', 'socks5:']

function proxyOf(env: NodeJS.ProcessEnv, name: string): ProxyServer | undefined {
  const value = valueIn(env, name)
  if (value === undefined) return undefined
  try {
    // As in curl, it may be `proxy:3128`, which `URL` would read as a scheme and a path.
    const url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`)
    if (!protocols.includes(url.protocol) || !url.hostname) throw new TypeError('unsupported')
    const username = decodeURIComponent(url.username)
    const password = decodeURIComponent(url.password)
    const token = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    const proxy = { uri: `${url.protocol}//${url.host}`, username, password }
    return username || password ? { ...proxy, token } : proxy
  } catch {
    throw new InputError(
      name,
      'must be the URL of an http, https or socks5 proxy, such as http://proxy.example.com:3128.',
    )
  }
}
