import type { SceytOptions } from 'sceyt-platform'

/** The options of a client that a server needs. */
export type ServerOptions = Pick<
  SceytOptions,
  'baseUrl' | 'apiUrl' | 'appId' | 'apiKey' | 'apiKeyHeader' | 'filterSeparator' | 'allowHttp' | 'fetch'
>

/** The server of a command, and its key. */
export interface Server {
  options: ServerOptions
  /** The name of the profile, or `the environment`. */
  name: string
  /** Whether writes need a confirmation. */
  isProduction: boolean
  /** Saves the state of a sandbox; nothing happens for other servers. */
  close(): Promise<void>
}

/** What a command needs of its server. */
export interface Wanted {
  /** Whether requests will be sent. Otherwise no key is read, and nothing is asked. */
  needsKey: boolean
}

/** Returns the host of a server, for questions about it. */
export function hostOf({ baseUrl, apiUrl = '' }: ServerOptions): string {
  const address = baseUrl ?? (/^[a-z][a-z\d+.-]*:\/\//i.test(apiUrl) ? apiUrl : `https://${apiUrl}`)
  return new URL(address).host
}
