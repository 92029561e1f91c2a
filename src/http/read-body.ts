import { decodeUtf8 } from '../common/decode-utf8.js'
import { streamOf } from '../common/stream-of.js'
import type { Redact } from '../errors/redact.js'
import { type Abortable, onAborted } from './abort.js'
import { startTimer, type Work } from './deadline.js'
import { type FastResponse, readWhole } from './fast-path.js'
import { quoteLargeNumbers } from './quote-large-numbers.js'
import { readWithin } from './read-bytes.js'

/** The format of a body that has been read. */
export type BodyFormat = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'formData' | 'stream'

const errorBodyBytes = 64 * 1024
const errorBodyTime = 5_000

/** A body that was received whole, but is not valid. */
export class InvalidBody extends Error {}

/** The problem of a response that `fetch` returns twice. */
const alreadyRead = 'the body of this response has been read already: `fetch` must return a new Response for each call'

/**
 * Reads a whole body.
 *
 * @param limit - Maximum size of JSON, in bytes.
 * @param size - The size in bytes that the headers state, if it is that of the bytes to read.
 * @throws InvalidBody if it has been read before, or if JSON is not UTF-8, or larger than the limit.
 * @throws The platform's own error if the connection breaks.
 */
export async function readContent(
  response: FastResponse,
  format: Exclude<BodyFormat, 'stream'>,
  limit: number,
  size?: number,
): Promise<unknown> {
  // In Node, `bodyUsed` takes as long as parsing a small body, and JSON without a byte is an error anyway.
  if (format === 'json' ? isLocked(response) : isRead(response)) throw new InvalidBody(alreadyRead)
  if (format === 'json') return readJson(response, limit, size)
  if (format === 'formData') return response.formData()
  const content = await response[format === 'text' ? 'arrayBuffer' : format]()
  checkSize('size' in content ? content.size : content.byteLength, size)
  return format === 'text' ? new TextDecoder().decode(content as ArrayBuffer) : content
}

/** Returns whether the body has been read, or is being read: by another call, if `fetch` returns a response twice. */
function isRead(response: FastResponse): boolean {
  return response.bodyUsed || isLocked(response)
}

function isLocked(response: FastResponse): boolean {
  // The stream of a fast response is expensive.
  return response[readWhole] ? response.bodyUsed : !!response.body?.locked
}

/** Reads JSON as its text, whose large numbers are quoted. */
async function readJson(response: FastResponse, limit: number, size: number | undefined): Promise<string> {
  // `response.text()` takes a fifth longer for a small body, and has no limit.
  const bytes = await (response[readWhole]?.(limit) ?? readWithin(response.body, limit))
  if (!bytes) throw new InvalidBody(`the body is larger than maxResponseBytes, ${limit}`)
  checkSize(bytes.length, size)
  let text: string
  try {
    text = decodeUtf8(bytes)
  } catch {
    throw new InvalidBody('the body is not UTF-8')
  }
  return quoteLargeNumbers(text)
}

function checkSize(received: number, expected = 0): void {
  if (received < expected) throw new Error(`received ${received} of ${expected} bytes`)
}

/**
 * Reads the body of an error status, as text of at most 64 KiB without the API key. Large numbers in JSON are quoted.
 * It waits at most 5 seconds, since the status alone is worth reporting.
 *
 * @param time - Milliseconds that are left, if they are fewer.
 */
export async function readErrorBody(response: Response, redact: Redact, time = Infinity): Promise<string> {
  if (isRead(response)) return alreadyRead
  const { text, isCut } = await readStart(response, Math.min(time, errorBodyTime))
  return quoteLargeNumbers(redact(text, isCut))
}

/** Returns the body as a stream. */
export function bodyOf(response: Response): ReadableStream<Uint8Array> {
  if (isRead(response)) throw new InvalidBody(alreadyRead)
  return response.body ?? new Blob([]).stream()
}

async function readStart({ body }: Response, time: number): Promise<{ text: string; isCut: boolean }> {
  if (!body) return { text: '', isCut: false }
  const reader = body.getReader()
  let isCut = false
  const stop = () => {
    isCut = true
    // Not awaited, since a source may never confirm it.
    reader.cancel().catch(() => {})
  }
  const stopTimer = startTimer(time, stop)
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      text += decoder.decode(value.subarray(0, errorBodyBytes - bytes), { stream: true })
      bytes += value.length
      if (bytes >= errorBodyBytes) {
        stop()
        break
      }
    }
  } catch {
    // A truncated error body still has its status.
    isCut = true
  }
  stopTimer()
  return { text, isCut }
}

/** Cancels the body of a response whose stream was collected unread, since it would hold its connection. */
let collected: FinalizationRegistry<() => void> | undefined

/**
 * Wraps the body of a response for a caller. The stream errors with the signal's own reason when it is aborted, even if the
 * source ignores that. It keeps the body locked: Node cancels one that is not, as soon as its `Response` is collected.
 *
 * @param size - Bytes that the stream should have. It errors if it ends before.
 * @param toError - Creates the error to report if the connection breaks.
 * @param work - Its `cleanUp` is called when the stream has ended, in any way, and not before.
 */
export function untilAborted(
  body: ReadableStream<Uint8Array>,
  signal: Abortable | undefined,
  size = 0,
  toError = (error: unknown): unknown => error,
  work: Work = {},
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  // Neither this nor the listener may hold the new stream, which would never be collected.
  const cancel = async (reason?: unknown) => {
    release()
    await reader.cancel(reason).catch(() => {})
  }
  const { cleanUp } = work
  work.cleanUp = undefined
  const unsubscribe = onAborted(signal, () => cancel(signal?.reason))
  const release = () => {
    unsubscribe()
    cleanUp?.()
  }
  let received = 0
  const stream = streamOf(async () => {
    try {
      signal?.throwIfAborted()
      const next = await reader.read()
      signal?.throwIfAborted()
      received += next.value?.length ?? 0
      if (next.done) {
        checkSize(received, size)
        release()
      }
      return next
    } catch (error) {
      release()
      throw signal?.aborted ? signal.reason : toError(error)
    }
  }, cancel)
  // Created on first use, since some runtimes have none.
  if (typeof FinalizationRegistry === 'function') {
    collected ??= new FinalizationRegistry((cancel) => cancel())
    collected.register(stream, cancel)
  }
  return stream
}
