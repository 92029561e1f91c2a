import { serverUrl } from '../../generated/operations.js'
import { filePathTemplates, pathTemplates } from '../../generated/path-templates.js'
import { escapePattern } from '../common/origin-pattern.js'

const placeholder = /\{baseUrl((?:\{\})*)\}/g
const documentedBase = new RegExp(`^${serverUrl.replace(/^\w+:\/\/[^/]+/, '').replace(/\{\w+\}/g, '[^/]+')}(?=/|$)`)
const [isDocumented, isFile] = [pathTemplates, filePathTemplates].map((templates) => {
  const pattern = new RegExp(`^(?:${templates.join('|').replace(/\{\w+\}/g, '[^/]+')})$`)
  return (path: string) => pattern.test(path)
}) as [(path: string) => boolean, (path: string) => boolean]

/** Returns whether a path under the base URL is that of a file. */
export const isFilePath = isFile

/**
 * Splits a URL into the base URL and the path under it. The base URL ends after the id of the application, as in the OpenAPI
 * document; another one, as of a proxy, ends where a path of the document begins.
 */
export function splitUrl({ origin, pathname }: URL): { baseUrl: string; path: string } {
  const base = documentedBase.exec(pathname)?.[0] ?? otherBase(pathname)
  return { baseUrl: origin + base, path: pathname.slice(base.length) }
}

function otherBase(pathname: string): string {
  for (let at = 0; at >= 0; at = pathname.indexOf('/', at + 1))
    if (isDocumented(pathname.slice(at))) return pathname.slice(0, at)
  return ''
}

/** Replaces the base URL in a text by `{baseUrl}`, so that the text is the same for any server. */
export function hideBaseUrl(text: string, baseUrl: string): string {
  if (!text.includes(baseUrl) && !text.includes('{baseUrl')) return text
  return text
    .split(new RegExp(`${escapePattern(baseUrl)}(?![\\w-])`))
    .map((part) => part.replace(placeholder, '{baseUrl$1{}}'))
    .join('{baseUrl}')
}

/** Reverses `hideBaseUrl`, for another base URL. */
export function showBaseUrl(text: string, baseUrl: string): string {
  return text.replace(placeholder, (_all, escapes: string) =>
    escapes === '' ? baseUrl : `{baseUrl${escapes.slice(2)}}`,
  )
}
