import * as modules from 'node:module'
import { InputError } from 'sceyt-platform'
import type { Dispatcher } from 'undici'
import { ownFields } from '../common/own-fields.js'
import { missesCuts } from '../http/misses-cuts.js'
import type { PoolOptions } from './pool-options.js'
import { type ProxyServer, readProxySettings } from './proxy-settings.js'
import { createTunnels } from './proxy-tunnels.js'

/** The parts of undici that are used. */
export interface Pool {
  /** Whether a body that is truncated may end as if it were whole. */
  readonly missesCuts: boolean
  dispatcherFor(origin: string): Dispatcher
  close(): Promise<void>
  /** Copies a form, since undici supports only its own class. The files in it are not copied. */
  toOwnForm(form: FormData): unknown
}

export async function openPool({
  connections = 16,
  keepAliveTimeout = 4_000,
  connectTimeout = 10_000,
}: PoolOptions): Promise<Pool> {
  const { undici, version } = await importUndici()
  const connect = ownFields({ timeout: connectTimeout })
  // The client has timeouts of its own, which undici's must not undercut.
  const limits = ownFields({
    connections,
    keepAliveTimeout,
    keepAliveMaxTimeout: keepAliveTimeout,
    connect,
    headersTimeout: 0,
    bodyTimeout: 0,
    // undici 8 would use HTTP/2 where a server supports it, which has other limits and errors.
    allowH2: false,
  })
  const proxyFor = readProxySettings(process.env)
  // undici 8 would send requests to http origins to the proxy itself.
  const tunnels = { proxyTunnel: true }
  const direct = new undici.Agent(limits)
  const proxied = new Map<ProxyServer, Dispatcher>()
  const chosen = new Map<string, Dispatcher>()

  function choose(origin: string): Dispatcher {
    const proxy = proxyFor?.(origin)
    if (!proxy) return direct
    const clientFactory = (url: URL) => createTunnels(undici, url, { connect, headersTimeout: connectTimeout })
    const dispatcher = proxied.get(proxy) ?? new undici.ProxyAgent({ ...limits, ...proxy, ...tunnels, clientFactory })
    proxied.set(proxy, dispatcher)
    return dispatcher
  }

  return {
    missesCuts: missesCuts(version),
    dispatcherFor(origin) {
      if (!proxyFor) return direct
      const dispatcher = chosen.get(origin) ?? choose(origin)
      chosen.set(origin, dispatcher)
      return dispatcher
    },
    async close() {
      await Promise.allSettled([direct, ...proxied.values()].map((dispatcher) => dispatcher.close()))
    },
    toOwnForm(form) {
      const own = new undici.FormData()
      for (const [name, value] of form) own.append(name, value)
      return own
    },
  }
}

const majors = [7, 8]

/** Not a literal where it is loaded: bundlers would resolve it, and most fail or warn if the package is not installed. */
const packageName: string = 'undici'

async function importUndici(): Promise<{ undici: typeof import('undici'); version: string | undefined }> {
  // A bundle may not be able to find it. Then the version is not checked.
  const version = versionOfUndici()
  const fail = (found = 'none', cause?: unknown) =>
    new InputError('pooledFetch', `needs undici ${majors.join(' or ')}, found ${found}. Run: npm install undici@7`, {
      cause,
    })
  const undici: typeof import('undici') = await import(/* webpackIgnore: true */ /* @vite-ignore */ packageName).catch(
    (cause: unknown) => {
      // undici 8 cannot be loaded in Node 20.
      throw fail(version && `${version}, which cannot be loaded in Node ${process.versions.node}`, cause)
    },
  )
  if (version !== undefined && !majors.includes(Number.parseInt(version, 10))) throw fail(version)
  return { undici, version }
}

function versionOfUndici(): string | undefined {
  try {
    return (modules.createRequire(import.meta.url)(`${packageName}/package.json`) as { version: string }).version
  } catch {
    return undefined
  }
}
