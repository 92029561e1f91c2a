import { serverUrl } from '../../generated/operations.js'
import { filePathTemplates, pathTemplates } from '../../generated/path-templates.js'
import { isLoopback } from '../common/is-loopback.js'
import { escapePattern } from '../common/origin-pattern.js'

const placeholder = /\{(baseUrl|host|hostname)((?:\{\})*)\}/g
const documentedBase = new RegExp(`^${serverUrl.replace(/^\w+:\/\/[^/]+/, '').replace(/\{\w+\}/g, '[^/]+')}(?=/|$)`)
const [isDocumented, isFile] = [pathTemplates, filePathTemplates].map((templates) => {
  const pattern = new RegExp(`^(?:${templates.join('|').replace(/\{\w+\}/g, '[^/]+')})$`)
  return (path: string) => pattern.test(path)
}) as [(path: string) => boolean, (path: string) => boolean]

/** Returns whether a path under the base URL is that of a file. */
export const isFilePath = isFile

/** The place of a request: the path under the base URL, and the server. */
export interface Place {
  path: string
  /**
   * Replaces the base URL, the host, and its name without the port, by `{baseUrl}`, `{host}` and `{hostname}`, so that the text
   * is the same for any server. Those of this machine stay, and so does a name of one word, except in the message of a failure.
   */
  hide(text: string, isFailure?: boolean): string
  /** Reverses `hide`, for the server of this place. */
  show(text: string): string
}

/**
 * Finds the base URL of a URL. It ends after the id of the application, as in the OpenAPI document; another one, as of a proxy,
 * ends where a path of the document begins.
 */
export function placeOf({ origin, host, hostname, pathname }: URL): Place {
  const base = documentedBase.exec(pathname)?.[0] ?? otherBase(pathname)
  const baseUrl = origin + base
  const basePattern = new RegExp(`${escapePattern(baseUrl)}(?![\\w-])`)
  const names = isLoopback(hostname) ? [] : [host, hostname]
  const [hostPattern, anyHostPattern] = [names.filter((name) => /[.:]/.test(name)), names].map(patternOf)
  const values: Readonly<Record<string, string>> = { baseUrl, host, hostname }
  return {
    path: pathname.slice(base.length),
    hide: (text, isFailure = false) =>
      text
        .split(basePattern)
        .map((part) => {
          const escaped = part.replace(placeholder, '{$1$2{}}')
          const pattern = isFailure ? anyHostPattern : hostPattern
          return pattern
            ? escaped.replace(pattern, (found) => (found.length === host.length ? '{host}' : '{hostname}'))
            : escaped
        })
        .join('{baseUrl}'),
    show: (text) =>
      text.replace(placeholder, (_all, name: string, escapes: string) =>
        escapes === '' ? (values[name] ?? '') : `{${name}${escapes.slice(2)}}`,
      ),
  }
}

function patternOf(names: readonly string[]): RegExp | undefined {
  return names.length > 0
    ? new RegExp(`(?<![\\w-])(?:${names.map(escapePattern).join('|')})(?![\\w-])`, 'gi')
    : undefined
}

function otherBase(pathname: string): string {
  for (let at = 0; at >= 0; at = pathname.indexOf('/', at + 1))
    if (isDocumented(pathname.slice(at))) return pathname.slice(0, at)
  return ''
}
