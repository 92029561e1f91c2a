import { decodeUtf8 } from '../common/decode-utf8.js'
import { isWellFormed } from '../operation/encode-url.js'
import type { Operation } from '../operation/operation.js'
import type { Shape } from '../operation/shape.js'
import { Problem } from './problem.js'
import type { StoredFile } from './state/app-state.js'

/** A request as a server or `fetch` hands it in. */
export interface SandboxRequest {
  /** The method of HTTP, such as `POST`. */
  readonly method: string
  /** Scheme and host, such as `http://127.0.0.1:4010`. */
  readonly origin: string
  /** Path as it came, percent-encoded, without the query. */
  readonly pathname: string
  /** Query as it came, without the question mark. */
  readonly search: string
  /** Value of a header, of which the name is in lower case. */
  header(name: string): string | null | undefined
  /**
   * Reads the body.
   *
   * @param limit - Bytes; of a larger body, undefined is returned.
   */
  body(limit: number): Promise<Uint8Array<ArrayBuffer> | string | undefined>
  /** Ends a wait for an answer that comes late. */
  readonly signal?: AbortSignal | null | undefined
}

/**
 * Reads a query: what the document calls a list as one, what it calls an integer as a number if it is one.
 *
 * @throws Problem 400 if it is malformed.
 */
export function readQuery(search: string, shape: Shape | undefined): Record<string, unknown> {
  const query: Record<string, unknown> = Object.create(null)
  for (const pair of search.split('&')) {
    if (pair === '') continue
    const [name = '', ...rest] = pair.split('=')
    const key = decode(name)
    const value = decode(rest.join('='))
    const { type } = shape?.properties?.[key] ?? {}
    if (type === 'array') {
      query[key] ??= []
      ;(query[key] as unknown[]).push(value)
    } else if (type && key in query) throw new Problem(422, `${key} is given more than once.`)
    else query[key] = type === 'integer' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
  }
  return query
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new Problem(400, 'The query holds a % that is not followed by two hexadecimal digits of well-formed UTF-8.')
  }
}

/** A body as it was read: what an operation takes, and its text for whoever looks at requests later. */
export interface ReadBody {
  value: unknown
  text: string
}

/**
 * Reads the body that an operation takes.
 *
 * @param limit - Bytes.
 * @throws Problem 413, 415, or 400 if it is not what its type says.
 */
export async function readBody(
  request: SandboxRequest,
  { body: due }: Operation,
  limit: number,
): Promise<ReadBody | undefined> {
  if (!due) return undefined
  const media = due.media === 'json' ? 'application/json' : 'multipart/form-data'
  const type = request.header('content-type') ?? ''
  if (type.split(';', 1)[0]?.trim().toLowerCase() !== media)
    throw new Problem(415, `The body must be ${media}, got ${type || 'no Content-Type'}.`)
  const body = await request.body(limit)
  if (body === undefined) throw new Problem(413, `The body is larger than ${limit} bytes.`)
  if (due.media === 'json') {
    const text = readText(body)
    return { value: parseJson(text), text }
  }
  const form = await parseForm(body, type)
  const [field] = Object.keys(due.shape.properties ?? {}) as [string]
  return { value: { [field]: await readFile(form, field) }, text: `[form of ${body.length} bytes]` }
}

function readText(body: Uint8Array | string): string {
  if (typeof body === 'string') return body
  try {
    return decodeUtf8(body)
  } catch {
    throw new Problem(400, 'The body is not UTF-8.')
  }
}

function parseJson(text: string): unknown {
  try {
    // To look at every string is dear, so it is done only if there may be half of a pair.
    return JSON.parse(text, /\\u[dD][89a-fA-F]/.test(text) ? refuseHalves : undefined)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(400, text === '' ? 'The body is empty, where JSON is due.' : 'The body is not valid JSON.')
  }
}

function refuseHalves(key: string, value: unknown): unknown {
  if (isWellFormed(key) && (typeof value !== 'string' || isWellFormed(value))) return value
  throw new Problem(400, 'The body holds half of a surrogate pair, which is no character.')
}

async function parseForm(body: Uint8Array<ArrayBuffer> | string, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new Problem(400, 'The body is not a valid form.')
  }
}

async function readFile(form: FormData, field: string): Promise<StoredFile> {
  const file = form.get(field)
  if (file === null) throw new Problem(422, `${field} is required.`)
  if (typeof file === 'string')
    throw new Problem(422, `${field} must be a file, got a text: its part of the form needs a filename.`)
  return { name: file.name, ...(file.type && { type: file.type }), content: new Uint8Array(await file.arrayBuffer()) }
}
