import { serverUrl } from '../../generated/operations.js'
import { filePathTemplates, pathTemplates } from '../../generated/path-templates.js'
import { isLoopback } from '../common/is-loopback.js'
import { escapePattern } from '../common/origin-pattern.js'

const placeholder = /\{(baseUrl|host)((?:\{\})*)\}/g
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
   * Replaces the base URL and the name of the host by `{baseUrl}` and `{host}`, so that the text is the same for any server. Those
   * of this machine stay, and so does a name of one word, except in the message of a failure.
   */
  hide(text: string, isFailure?: boolean): string
  /** Reverses `hide`, for the server of this place. */
  show(text: string): string
}

/**
 * Finds the base URL of a URL. It ends after the id of the application, as in the OpenAPI document; another one, as of a proxy,
 * ends where a path of the document begins.
 */
export function placeOf({ origin, hostname, pathname }: URL): Place {
  const base = documentedBase.exec(pathname)?.[0] ?? otherBase(pathname)
  const baseUrl = origin + base
  const basePattern = new RegExp(`${escapePattern(baseUrl)}(?![\\w-])`)
  const hostPattern = new RegExp(`(?<![\\w-])${escapePattern(hostname)}(?![\\w-])`, 'gi')
  const isWord = !/[.:]/.test(hostname)
  return {
    path: pathname.slice(base.length),
    hide: (text, isFailure) =>
      text
        .split(basePattern)
        .map((part) => {
          const escaped = part.replace(placeholder, '{$1$2{}}')
          const isShown = isLoopback(hostname) || (isWord && !isFailure)
          return isShown ? escaped : escaped.replace(hostPattern, '{host}')
        })
        .join('{baseUrl}'),
    show: (text) =>
      text.replace(placeholder, (_all, name: string, escapes: string) =>
        escapes ? `{${name}${escapes.slice(2)}}` : name === 'host' ? hostname : baseUrl,
      ),
  }
}

function otherBase(pathname: string): string {
  for (let at = 0; at >= 0; at = pathname.indexOf('/', at + 1))
    if (isDocumented(pathname.slice(at))) return pathname.slice(0, at)
  return ''
}
