import { mapJson, sortJson } from './map-json.js'
import type { Place } from './place.js'
import type { RecordedContent, RecordedRequest } from './recorded-exchange.js'
import type { Secrets } from './secrets.js'

/** Describes a request as it is in the file: without secrets, and with placeholders for the server. */
export function toRecordedRequest(
  method: string,
  url: URL,
  { path, hide }: Place,
  content: RecordedContent,
  secrets: Secrets,
): RecordedRequest {
  const change = (text: string, name?: string) => hide(secrets.redact(text, name))
  const query = new Map<string, string | string[]>()
  for (const [name, value] of url.searchParams) {
    const [key, shown] = [change(name), hide(secrets.redactParameter(value, name))]
    const known = query.get(key)
    query.set(key, known === undefined ? shown : [known, shown].flat())
  }
  return {
    method: method.toUpperCase(),
    path: secrets.redact(path || '/'),
    ...(query.size > 0 && { query: Object.fromEntries(query) }),
    ...('json' in content ? { json: mapJson(content.json, change) } : content),
    ...(content.upload?.type && { upload: { ...content.upload, type: secrets.redact(content.upload.type) } }),
  }
}

/** The parts of a request that are compared, as texts. */
export interface ComparedParts {
  method: string
  path: string
  query: string
  body: string
}

/** Returns the parts of a request that decide whether it is the same as another one. */
export function partsOf({ method, path, query = {}, ...content }: RecordedRequest): ComparedParts {
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    [values]
      .flat()
      .map((value) => `${encodeURIComponent(toWellFormed(name))}=${encodeURIComponent(toWellFormed(value))}`),
  )
  return {
    method: method.toUpperCase(),
    path: path.split('/').map(normalizeSegment).join('/'),
    query: pairs.sort().join('&'),
    body: bodyOf(content),
  }
}

/** The body of an upload whose content is not known. It matches every other upload. */
export const anyUpload = 'a body that is not JSON'

function bodyOf({ upload, ...content }: RecordedContent): string {
  if ('json' in content) return JSON.stringify(sortJson(content.json))
  return upload ? `${anyUpload}${upload.sha256 ? `, with the digest ${upload.sha256}` : ''}` : ''
}

function normalizeSegment(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment))
  } catch {
    return segment
  }
}

/** A recording may have been edited, and `encodeURIComponent` throws at half of a surrogate pair. */
function toWellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}
