import type { Fetch } from 'sceyt-platform'
import { ownFields } from '../common/own-fields.js'
import { streamOf } from '../common/stream-of.js'
import { InputError } from '../errors/input-error.js'
import { createResponse } from '../http/received.js'
import { describeNearest, describeRequest } from './nearest-request.js'
import { type Place, placeOf } from './place.js'
import { fail, type RecordedLine, readRecording } from './read-recording.js'
import { checkArguments, expectValue, readArguments, readRecordOptions } from './record-options.js'
import { toError } from './recorded-failure.js'
import { anyUpload, type ComparedParts, partsOf, toRecordedRequest } from './recorded-request.js'
import { openContent } from './request-content.js'
import { decodeContent } from './response-content.js'
import { Secrets } from './secrets.js'

/** Options of `replay`. */
export interface ReplayOptions {
  /**
   * Whether the last response to a request repeats, if the request is sent more often than it was recorded. Default: true.
   * With false, it is then rejected.
   */
  repeat?: boolean | undefined
  /** Receives the requests that are not in the recording, such as `fetch`, or `record(fetch, file, { mode: 'append' })`. Default: they are rejected. */
  passThrough?: Fetch | undefined
  /** The same as when it was recorded, for requests that contain them. Default: none. */
  secrets?: readonly string[] | undefined
}

/** The exchanges of the same request, in their order. */
interface Series {
  lines: RecordedLine[]
  next: number
}

/**
 * Creates a `fetch` that responds from a recording of `record`. A request is found by its method, path, query and body, in any
 * order of parameters and fields; host, application id, headers and API key may be others. Each response of the same request is
 * returned in turn.
 *
 * @param file - The path of the recording. It is read at once.
 * @param options - `repeat`, `passThrough` and `secrets`.
 * @returns The `fetch`. It rejects with an `InputError` that names the nearest recorded request, if a request is not in the
 * recording. The client does not retry it.
 * @throws InputError naming the argument that is not valid, or the line of the file that is damaged.
 *
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs'
 * import { createSceyt } from 'sceyt-platform'
 * import { replay } from 'sceyt-platform/record'
 *
 * const request = { method: 'GET', path: '/users/zoe' }
 * const response = { status: 200, headers: { 'content-type': 'application/json' }, json: { username: 'zoe' } }
 * const lines = [{ recording: 1 }, { request, response }].map((line) => JSON.stringify(line))
 * writeFileSync('users.ndjson', lines.join('\n'))
 *
 * const sceyt = createSceyt({ baseUrl: 'https://api.example', apiKey: 'any-api-key', fetch: replay('users.ndjson') })
 * console.log((await sceyt.users.get('zoe')).username) // zoe
 * ```
 */
export function replay(file: string, options: ReplayOptions = {}): typeof globalThis.fetch {
  const {
    repeat = true,
    passThrough,
    secrets: others = [],
  } = readRecordOptions(options, ['repeat', 'passThrough', 'secrets'])
  checkArguments(file, others)
  expectValue(typeof repeat === 'boolean', 'repeat', 'true or false', repeat)
  const isFetch = passThrough === undefined || typeof passThrough === 'function'
  expectValue(isFetch, 'passThrough', 'a function with the signature of the global fetch', passThrough)
  const found = readRecording(file)
  // A request that is passed on may be the first that is recorded.
  if (!found && !passThrough) fail(file, 'does not exist; record it first.')
  for (const line of found?.torn ?? [])
    process.emitWarning(
      `${file}:${line} contains an incomplete exchange, which is ignored: its recorder was probably stopped.`,
    )
  const lines = found?.lines ?? []
  const series = new Map<string, Series>()
  for (const line of lines) {
    const key = keyOf(partsOf(line.request))
    const known = series.get(key)
    if (known) known.lines.push(line)
    else series.set(key, { lines: [line], next: 0 })
  }
  const secrets = new Secrets(others)

  return async (input, given) => {
    const [url, init] = await readArguments(input, given)
    init.signal?.throwIfAborted()
    const headers = new Headers(init.headers)
    secrets.addFrom(headers)
    const place = placeOf(url)
    const { sent, describe } = await openContent(init.body, headers)
    const body = sent === init.body ? sent : await readStream(sent, passThrough !== undefined)
    const request = toRecordedRequest(init.method ?? 'GET', url, place, describe(), secrets)
    const parts = partsOf(request)
    const same = series.get(keyOf(parts)) ?? (request.upload && series.get(keyOf({ ...parts, body: anyUpload })))
    const isOver = same !== undefined && same.next >= same.lines.length && !repeat
    if (!same || isOver) {
      if (passThrough)
        return passThrough(url.href, body === init.body ? init : Object.assign(ownFields(init), { body }))
      const name = describeRequest(parts)
      const problem = isOver
        ? `${name} was sent more often than it is in the recording ${file}, which is ${same.lines.length} times.`
        : `${name} is not in the recording ${file}. ${describeNearest(request, lines)}`
      throw new InputError('fetch', problem, undefined, problem)
    }
    const line = same.lines[Math.min(same.next++, same.lines.length - 1)] as RecordedLine
    return toResponse(line, place, url.href, `${file}:${line.line}`)
  }
}

/** Reads a stream, so that its digest is known. Its content is kept only to be passed on. */
async function readStream(stream: RequestInit['body'], isKept: boolean): Promise<RequestInit['body']> {
  const { body } = new Response(stream)
  if (isKept) return new Uint8Array(await new Response(body).arrayBuffer())
  for await (const _chunk of body ?? []);
  return null
}

function keyOf(parts: ComparedParts): string {
  return JSON.stringify(Object.values(parts))
}

function toResponse({ response, failure }: RecordedLine, { show }: Place, url: string, place: string): Response {
  const error = failure && toError(failure, show)
  if (!response) throw error
  const { status, headers = {}, omitted, ...content } = response
  if (omitted !== undefined)
    fail(place, `has no body: the body was larger than maxBodyBytes, ${omitted}. Record it with a larger maxBodyBytes.`)
  const shown = Object.entries(headers).map(([name, value]): [string, string] => [name, show(value)])
  const bytes = decodeContent(content, show)
  const body = error ? streamUntil(bytes, error) : bytes
  return createResponse(body, { status, statusText: '', url }, new Headers(shown))
}

/** Streams a body that ends with an error. */
function streamUntil(bytes: Buffer<ArrayBuffer> | null, error: Error): ReadableStream<Uint8Array> {
  const chunks = bytes ? [bytes] : []
  return streamOf(
    async () => {
      const value = chunks.shift()
      if (!value) throw error
      return { value }
    },
    () => {},
  )
}
