import type { JournalEntry } from '../../journal-entry.js'

/** What is sought in the log: the parameters of the route. */
export interface RequestFilter {
  readonly text: string
  readonly operation: string
  /** A class such as `4xx`, a status such as `404`, or `broken`. */
  readonly status: string
  readonly user: string
  readonly fault: string
  /** `all`, or empty for the application that is shown. */
  readonly apps: string
}

export const filterNames = ['text', 'operation', 'status', 'user', 'fault', 'apps'] as const

/** Reads the filter of a route. */
export function readFilter(query: URLSearchParams): RequestFilter {
  const values = filterNames.map((name) => [name, query.get(name) ?? ''])
  return Object.fromEntries(values) as unknown as RequestFilter
}

/** Returns a function that checks whether a request is one of those that are sought. */
export function matcherOf(filter: RequestFilter, basePath: string): (entry: JournalEntry) => boolean {
  const text = filter.text.toLowerCase()
  return (entry) =>
    (filter.apps === 'all' || entry.url.startsWith(`${basePath}/`) || entry.operation === undefined) &&
    (filter.operation === '' || entry.operation === filter.operation) &&
    (filter.status === '' || statusMatches(entry.status, filter.status)) &&
    (filter.fault === '' || entry.faults.includes(Number(filter.fault))) &&
    (filter.user === '' || mentions(entry, filter.user)) &&
    (text === '' || textOf(entry).includes(text))
}

function statusMatches(status: number | null, sought: string): boolean {
  if (status === null) return sought === 'broken'
  return sought.endsWith('xx') ? String(status)[0] === sought[0] : String(status) === sought
}

/** Whether a path, a query or a body has a username as a whole value. */
function mentions({ url, body }: JournalEntry, username: string): boolean {
  const values = decodeUrl(url).split(/[/?&=]/)
  return values.includes(username) || (body?.includes(JSON.stringify(username)) ?? false)
}

function textOf({ method, url, body, problem, responseBody }: JournalEntry): string {
  return `${method} ${decodeUrl(url)} ${body ?? ''} ${problem ?? ''} ${responseBody ?? ''}`.toLowerCase()
}

/** Decodes a URL to show it. */
export function decodeUrl(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
