import { bytesOf } from '../common/bytes-of.js'
import { isReadableStream } from '../common/is-readable-stream.js'
import { toStandardHeaders } from '../common/standard-headers.js'
import { streamOf } from '../common/stream-of.js'
import { readWhole } from './fast-path.js'
import { InvalidBody } from './read-body.js'
import { createResponse } from './received.js'

/** A response of a `fetch` that is not the platform's: of a package, or an object of a test. Any part may be missing. */
interface ForeignResponse {
  status?: unknown
  statusText?: unknown
  ok?: unknown
  url?: unknown
  headers?: unknown
  body?: unknown
  bodyUsed?: unknown
  arrayBuffer?(): Promise<ArrayBuffer>
  blob?(): Promise<Blob>
  text?(): Promise<unknown>
  json?(): Promise<unknown>
}

type Chunks = AsyncIterable<unknown> & { destroy?(): void }

/**
 * Converts the result of any `fetch` to a response with the interface of the platform's.
 *
 * @param isText - Whether the body is text, which some implementations cannot read as bytes.
 * @returns The result itself, if it has that interface.
 * @throws TypeError if it is not a response.
 */
export function toStandardResponse(result: unknown, isText: boolean): Response {
  if (result instanceof Response) return typeof ReadableStream === 'function' ? result : withoutStream(result, isText)
  if (isStandard(result)) return result
  const foreign = (typeof result === 'object' && result !== null ? result : {}) as ForeignResponse
  const { ok, url } = foreign
  const hasBody = typeof foreign.text === 'function' || typeof foreign.json === 'function'
  const status = foreign.status ?? (hasBody && ok !== false ? 200 : undefined)
  if (!Number.isInteger(status)) throw new TypeError(`\`fetch\` returned ${nameOf(result)}; expected a Response`)
  const statusText = String(foreign.statusText ?? '')
  const headers = toStandardHeaders(foreign.headers)
  const response = createResponse(
    foreignBody(foreign, isText),
    { status: status as number, statusText, url: String(url ?? '') },
    headers,
  )
  if (wasRead(foreign)) response.body?.getReader()
  return response
}

/** Makes a response of React Native readable, which has no stream: the text, or else the bytes, as a whole. */
function withoutStream(response: Response, isText: boolean): Response {
  const readAll = async (limit: number) => {
    const bytes = isText
      ? new TextEncoder().encode(await response.text())
      : new Uint8Array(await response.arrayBuffer())
    return bytes.length > limit ? undefined : bytes
  }
  return Object.assign(response, { [readWhole]: readAll })
}

/** Returns whether a body has been read. `node-fetch` does not notice if its stream was. */
function wasRead({ body, bodyUsed }: ForeignResponse): boolean {
  const { locked, readableDidRead } = (body ?? {}) as { locked?: unknown; readableDidRead?: unknown }
  return [bodyUsed, locked, readableDidRead].includes(true)
}

/** Returns whether a response has the interface of the platform's, as that of `pooledFetch` and those of undici have. */
function isStandard(result: unknown): result is Response {
  if (typeof result !== 'object' || result === null) return false
  if (readWhole in result) return true
  const { arrayBuffer, headers, body } = result as Partial<Response>
  const isStream = body === null || isReadableStream(body)
  return typeof arrayBuffer === 'function' && typeof headers?.append === 'function' && isStream
}

function nameOf(result: unknown): string {
  if (typeof result === 'object' && result !== null) return 'an object without a status'
  return result === null || result === undefined ? String(result) : `a ${typeof result}`
}

function foreignBody(foreign: ForeignResponse, isText: boolean): ReadableStream<Uint8Array> | null {
  const { body } = foreign
  if (body === null) return null
  const source = body as Partial<Chunks & ReadableStream>
  const chunks = chunksOf(foreign, isText)
  return streamOf(
    async () => {
      const { done, value } = await chunks.next()
      return done ? { done } : { value: toBytes(value) }
    },
    (reason) => (source?.destroy ? source.destroy() : source?.cancel?.(reason)),
  )
}

/** Reads a body in the best way that there is. */
async function* chunksOf(foreign: ForeignResponse, isText: boolean): AsyncGenerator<unknown, void, undefined> {
  const { body } = foreign
  if (isIterable(body)) {
    yield* body
  } else if (isStream(body)) {
    const reader = body.getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } else if (foreign.text && (isText || !(foreign.arrayBuffer ?? foreign.blob))) {
    yield await foreign.text()
  } else if (foreign.arrayBuffer) {
    yield await foreign.arrayBuffer()
  } else if (foreign.blob) {
    yield await (await foreign.blob()).arrayBuffer()
  } else if (foreign.json) {
    yield JSON.stringify(await parsed(foreign.json())) ?? ''
  } else if (body !== undefined) yield body
}

async function parsed(json: Promise<unknown>): Promise<unknown> {
  try {
    return await json
  } catch (error) {
    throw error instanceof SyntaxError ? new InvalidBody('the body is not valid JSON') : error
  }
}

function isIterable(body: unknown): body is Chunks {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

function isStream(body: unknown): body is ReadableStream<unknown> {
  return typeof body === 'object' && body !== null && 'getReader' in body
}

function toBytes(chunk: unknown): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(chunk)
  if (!bytes) throw new InvalidBody('the body is neither text nor bytes')
  return bytes
}
