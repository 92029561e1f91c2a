import { escapeControls } from '../output/escape-controls.js'
import type { ServerOptions } from './server.js'

/** Returns a server as lists of profiles show it. A password in its URL, which is refused when it is used, is not shown either. */
export function serverText({ baseUrl, apiUrl, appId }: ServerOptions): string {
  return escapeControls(withoutPassword(baseUrl ?? `${apiUrl} ${appId}`))
}

/** Removes everything up to the last @: a password that is not percent-encoded may contain any character. */
function withoutPassword(url: string): string {
  return url.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, (_all, scheme = '') => scheme)
}
