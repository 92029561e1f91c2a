import { parseUrl } from '../common/parse-url.js'
import { InputError } from '../errors/input-error.js'
import type { Operation } from './operation.js'

type PathParameters = Readonly<Record<string, unknown>>

/**
 * Resolves path parameters that are given as a URL under this API's own path, or as an object with such a URL:
 * they become its last segment, decoded once. Any other string is the value itself.
 *
 * @throws InputError for any other URL: the API key is never sent to another host.
 */
export function resolveFileUrls(
  operation: Operation,
  path: PathParameters | undefined,
  baseUrl: string,
): PathParameters | undefined {
  let read = path
  for (const name in operation.pathParameters) {
    const property = operation.pathParameters[name]?.address
    const given = path?.[name]
    const fail = (problem: string): never => {
      throw new InputError(name, problem)
    }
    if (property === undefined) continue
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
      const url = (given as PathParameters)[property]
      if (typeof url !== 'string')
        fail(`must be a string, or an object whose ${property} is a string, got an object without one.`)
      read = { ...read, [name]: lastSegment(operation, name, String(url), baseUrl, fail) }
    } else if (typeof given === 'string' && /^[a-z][a-z\d+.-]*:\/\//i.test(given)) {
      read = { ...read, [name]: lastSegment(operation, name, given, baseUrl, fail) }
    }
  }
  return read
}

function lastSegment(
  { path }: Operation,
  name: string,
  address: string,
  baseUrl: string,
  fail: (problem: string) => never,
): string {
  const own = new URL(`${baseUrl}${path.replace(`{${name}}`, '')}`)
  const expected = `must be a name, or a URL under ${own.origin}${own.pathname}`
  // URL parsers remove or replace these: the name would silently become another one.
  if (/[\p{Cc}\p{Surrogate}]|^ | $/u.test(address))
    fail(`${expected}, got one with a control character, a lone surrogate or a space at its end.`)
  if (/[?#]/.test(address)) fail(`${expected}, without a query or a fragment.`)
  const { origin, pathname } = parseUrl(address, own) ?? fail(`${expected}, got an invalid URL.`)
  const segment = pathname.slice(own.pathname.length)
  if (origin !== own.origin)
    fail(
      `${expected}, got a URL of ${origin}. The API key never goes to another host: fetch that URL without this client.`,
    )
  if (!pathname.startsWith(own.pathname) || segment === '' || segment.includes('/'))
    fail(`${expected}, got a URL with another path.`)
  try {
    return decodeURIComponent(segment)
  } catch {
    return fail(`${expected}, got one whose percent-encoding is not UTF-8.`)
  }
}
