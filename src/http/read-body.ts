import { decodeUtf8 } from '../common/decode-utf8.js'
import type { Redact } from '../errors/redact.js'
import { onAborted } from './abort.js'
import { startTimer } from './deadline.js'
import { type FastResponse, readWhole } from './fast-path.js'
import { readWithin } from './read-bytes.js'

/** The format of a body that has been read. */
export type BodyFormat = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'formData' | 'stream'

const errorBodyBytes = 64 * 1024
const errorBodyTime = 5_000

/** A body that was received whole, but is not valid. */
export class InvalidBody extends Error {}

/**
 * Reads a whole body.
 *
 * @param limit - Maximum size of JSON, in bytes.
 * @throws InvalidBody if JSON is not UTF-8, or larger than that.
 * @throws The platform's own error if the connection breaks.
 */
export async function readContent(
  response: FastResponse,
  format: Exclude<BodyFormat, 'stream'>,
  limit: number,
): Promise<unknown> {
  if (format !== 'json') return response[format]()
  // `response.text()` takes a fifth longer for a small body, and has no limit.
  const bytes = await (response[readWhole]?.(limit) ?? readWithin(response.body, limit))
  if (!bytes) throw new InvalidBody(`the body is larger than maxResponseBytes, ${limit}`)
  try {
    return decodeUtf8(bytes)
  } catch {
    throw new InvalidBody('the body is not UTF-8')
  }
}

/**
 * Reads the body of an error status, as text of at most 64 KiB without the API key.
 * It waits at most 5 seconds, since the status alone is worth reporting.
 *
 * @param time - Milliseconds that are left, if they are fewer.
 */
export async function readErrorBody(response: Response, redact: Redact, time = Infinity): Promise<string> {
  return redact(await readStart(response, Math.min(time, errorBodyTime)))
}

async function readStart({ body }: Response, time: number): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const stop = () => reader.cancel().catch(() => {})
  const stopTimer = startTimer(time, stop)
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    while (bytes < errorBodyBytes) {
      const { done, value } = await reader.read()
      if (done) break
      text += decoder.decode(value.subarray(0, errorBodyBytes - bytes), { stream: true })
      bytes += value.length
    }
  } catch {
    // A truncated error body still has its status.
  }
  stopTimer()
  await stop()
  return text
}

/** Wraps a stream so that it errors with the signal's own reason as soon as it is aborted, even if the source ignores that. */
export function untilAborted(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  if (!signal) return body
  const reader = body.getReader()
  let release = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        release = onAborted(signal, () => {
          release()
          controller.error(signal.reason)
          reader.cancel(signal.reason).catch(() => {})
        })
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (signal.aborted) return
          if (!done) return controller.enqueue(value)
          controller.close()
        } catch (error) {
          controller.error(error)
        }
        release()
      },
      cancel(reason) {
        release()
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
