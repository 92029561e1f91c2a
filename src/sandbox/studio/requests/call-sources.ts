import type { JournalEntry } from '../../journal-entry.js'
import { type BootApp, bootData } from '../boot-data.js'
import { quoteForShell } from '../connect/snippets.js'
import type { Parameter, StudioOperation } from '../openapi-document.js'

/** Why a request cannot be sent again as it was; undefined if it can. */
export function whyNotRepeatable({ headers, fullLengths, body, method, url }: JournalEntry): string | undefined {
  // After the origin, it could be a part of the host.
  if (!url.startsWith('/')) return 'The path does not begin with a slash, so this request cannot be sent again.'
  const type = headers?.['content-type'] ?? ''
  if (type.startsWith('multipart/')) return 'Files are not kept, so this request cannot be sent again.'
  if (fullLengths?.body !== undefined || fullLengths?.url !== undefined)
    return 'Only the beginning of this request is kept, so it cannot be sent again.'
  return body === undefined && type !== '' && method !== 'GET'
    ? 'The body was not kept, so this request cannot be sent again.'
    : undefined
}

/** Returns the URL of a request on this server: a path that begins with two slashes would be another host. */
export function urlOf({ url }: JournalEntry): string {
  return location.origin + url
}

/** Returns the application of a request; the one that is shown if its path has none. */
export function appOf({ url }: JournalEntry, apps: readonly BootApp[], shown: BootApp): BootApp {
  return apps.find(({ baseUrl }) => url.startsWith(`${new URL(baseUrl).pathname}/`)) ?? shown
}

/** Headers of a request that is sent again. */
export function headersOf({ headers }: JournalEntry, { apiKey }: BootApp): Record<string, string> {
  const type = headers?.['content-type']
  return { [bootData.keyHeader]: apiKey, ...(type !== undefined && { 'Content-Type': type }) }
}

/** Returns a request as a command for a shell. */
export function toCurl(entry: JournalEntry, app: BootApp): string {
  const { method, body } = entry
  const headers = Object.entries(headersOf(entry, app)).map(
    ([name, value]) => `-H ${quoteForShell(`${name}: ${value}`)}`,
  )
  const parts = [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...headers,
    ...(body ? [`--data-raw ${quoteForShell(body)}`] : []),
    quoteForShell(urlOf(entry)),
  ]
  return parts.join(' ')
}

/** Returns a request as a call of the client; undefined if it is not one that the client can make. */
export function toTypeScript(
  { url, body }: JournalEntry,
  operation: StudioOperation,
  app: BootApp,
): string | undefined {
  const [path = '', search = ''] = url.split(/\?(.*)/s)
  const segments = path.slice(new URL(app.baseUrl).pathname.length).split('/')
  const query = readQuery(new URLSearchParams(search), operation.parameters)
  const values: unknown[] = []
  try {
    for (const [index, part] of operation.path.split('/').entries())
      if (part.startsWith('{')) values.push(decodeURIComponent(segments[index] ?? ''))
    if (Object.keys(query).length > 0) values.push(query)
    if (body) {
      const value: unknown = JSON.parse(body)
      if (!isExact(value, body)) return undefined
      values.push(value)
    }
    return `console.log(await sceyt.${operation.name}(${values.map((value) => toLiteral(value)).join(', ')}))`
  } catch {
    return undefined
  }
}

function readQuery(search: URLSearchParams, parameters: readonly Parameter[]): Record<string, unknown> {
  const query: Record<string, unknown> = {}
  for (const name of new Set(search.keys())) {
    const type = parameters.find((parameter) => parameter.in === 'query' && parameter.name === name)?.schema.type
    const texts = search.getAll(name)
    query[name] = type === 'array' || texts.length > 1 ? texts : type === 'integer' ? Number(texts[0]) : texts[0]
  }
  return query
}

/** Writes a value as JavaScript: names without quotes where they need none. */
function toLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, field]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)
    return `${key}: ${toLiteral(field)}`
  })
  return `{ ${fields.join(', ')} }`
}

/** Returns whether a value has all of its JSON: a number of many digits has not. */
function isExact(value: unknown, json: string): boolean {
  return JSON.stringify(value) === json
}
