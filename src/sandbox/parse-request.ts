import type { Bytes } from '../common/bytes.js'
import { decodeUtf8 } from '../common/decode-utf8.js'
import { ownFields } from '../common/own-fields.js'
import { isWellFormed } from '../operation/encode-url.js'
import type { Operation } from '../operation/operation.js'
import type { Shape } from '../operation/shape.js'
import { type FormPart, parseForm } from './parse-form.js'
import { percentDecode } from './percent-decode.js'
import { fail, Problem, unacceptable } from './problem.js'
import type { StoredFile } from './state/file-store.js'

/** A request to the sandbox, from a server or from `fetch`. */
export interface SandboxRequest {
  /** The HTTP method, such as `POST`. */
  readonly method: string
  /** Scheme and host, such as `http://127.0.0.1:4010`. */
  readonly origin: string
  /** Path as requested, percent-encoded, without the query. */
  readonly pathname: string
  /** Query as requested, without the question mark. */
  readonly search: string
  /**
   * Reads a header.
   *
   * @param name - The name of the header, in lower case.
   */
  header(name: string): string | null | undefined
  /** Returns the names and values of all headers in turn, for the journal. Without it, the journal has no headers. */
  headers?(): readonly string[]
  /**
   * Reads the body.
   *
   * @param limit - The most bytes that the body may have.
   * @returns The body, or undefined if it is larger.
   */
  body(limit: number): Promise<Bytes | string | undefined>
  /** Ends the wait for a delayed response. */
  readonly signal?: AbortSignal | null | undefined
}

/**
 * Parses a query: lists and integers of the OpenAPI document as lists and integers, everything else as text.
 *
 * @throws Problem 400 if it is malformed, 422 if a parameter that is not a list is repeated.
 */
export function parseQuery(search: string, shape: Shape | undefined): Record<string, unknown> {
  const query: Record<string, unknown> = Object.create(null)
  for (const pair of search.split('&')) {
    if (pair === '') continue
    const [name = '', ...rest] = pair.split('=')
    const key = decodeParameter(name)
    const value = decodeParameter(rest.join('='))
    const { type } = shape?.properties?.[key] ?? {}
    if (type === 'array') {
      query[key] ??= []
      ;(query[key] as unknown[]).push(value)
    } else if (type && key in query) unacceptable(`${key} must be given only once.`)
    else query[key] = type === 'integer' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
  }
  return query
}

function decodeParameter(text: string): string {
  return percentDecode('query', text.replaceAll('+', ' '))
}

/** A parsed body, and its text for the journal. */
export interface ParsedBody {
  value: unknown
  text: string
  /** About how much it adds to the state, in bytes. */
  size: number
  /** All parts of a form, without their content. */
  parts?: Readonly<Record<string, undefined>>
}

/**
 * Reads and parses the body that an operation expects.
 *
 * @param limit - The most bytes that the body may have.
 * @returns The body, or undefined if the operation has none.
 * @throws Problem 415 if its type is not the expected one, 413 if it is too large, 400 if it is malformed.
 */
export async function parseBody(
  request: SandboxRequest,
  { body: expected }: Operation,
  limit: number,
): Promise<ParsedBody | undefined> {
  if (!expected) return undefined
  const media = expected.media === 'json' ? 'application/json' : 'multipart/form-data'
  const type = request.header('content-type') ?? ''
  if (type.split(';', 1)[0]?.trim().toLowerCase() !== media)
    fail('otherMediaType', { mediaType: media, received: type || 'none' })
  const body = await request.body(limit)
  if (body === undefined) fail('tooLarge', { limit })
  if (expected.media === 'json') {
    const text = toText(body)
    return { value: parseJson(text), text, size: text.length }
  }
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const [field] = Object.keys(expected.shape.properties ?? {}) as [string]
  const parts = readForm(bytes, type)
  return {
    value: { [field]: fileOf(parts, field) },
    text: `[form of ${bytes.length} bytes]`,
    size: bytes.length,
    parts: Object.fromEntries(parts.map(({ name }) => [name, undefined])),
  }
}

function toText(body: Uint8Array | string): string {
  if (typeof body === 'string') return body
  try {
    return decodeUtf8(body)
  } catch {
    fail('malformed', { problem: 'is not UTF-8' })
  }
}

function parseJson(text: string): unknown {
  try {
    // Checking every string is expensive, and only an escape can be a lone surrogate.
    const value = JSON.parse(text, /\\u[dD][89a-fA-F]/.test(text) ? rejectLoneSurrogates : undefined)
    // Handlers read optional fields.
    return typeof value === 'object' && value && !Array.isArray(value) ? ownFields(value) : value
  } catch (error) {
    if (error instanceof Problem) throw error
    fail('malformed', { problem: text === '' ? 'is empty; expected JSON' : 'is not valid JSON' })
  }
}

function rejectLoneSurrogates(key: string, value: unknown): unknown {
  if (isWellFormed(key) && (typeof value !== 'string' || isWellFormed(value))) return value
  fail('malformed', { problem: 'contains a lone surrogate, which is not a valid character' })
}

function readForm(body: Uint8Array<ArrayBuffer>, type: string): FormPart[] {
  try {
    return parseForm(body, type)
  } catch {
    fail('malformedForm')
  }
}

function fileOf(parts: readonly FormPart[], field: string): StoredFile {
  const part = parts.find(({ name }) => name === field) ?? unacceptable(`${field} is required.`)
  if (part.filename === undefined)
    unacceptable(`${field} must be a file, got text: its part of the form needs a filename.`)
  return { name: part.filename, ...(part.type && { type: part.type }), content: part.content }
}
