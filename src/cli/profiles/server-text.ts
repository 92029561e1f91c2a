import { escapeControls } from '../output/escape-controls.js'
import type { ServerOptions } from './server.js'

/** Returns a server as lists of profiles show it. A password in its URL, which is refused when it is used, is not shown either. */
export function serverText({ baseUrl, apiUrl, appId }: ServerOptions): string {
  return escapeControls(baseUrl?.replace(/\/\/[^/@]*@/, '//') ?? `${apiUrl} ${appId}`)
}
