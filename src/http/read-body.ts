import { decodeUtf8 } from '../common/decode-utf8.js'
import { type Redact, redactHeaders } from '../errors/redact.js'
import { onAborted } from './abort.js'
import { readWithin } from './read-bytes.js'
import { type Answer, wholeBody } from './shortcuts.js'

/** How to hand on the body of an answer. */
export type BodyFormat = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'formData' | 'stream'

// They tell of a body as it was sent, which is no longer the body at hand.
const bodyHeaders = ['content-length', 'content-encoding', 'transfer-encoding']
const errorBodyBytes = 64 * 1024
const errorBodyTime = 5_000

/** Why a body is of no use, although nothing broke. */
export class BodyProblem extends Error {}

/**
 * Reads a whole body.
 *
 * @param limit - Bytes that JSON may have.
 * @throws BodyProblem if it should be JSON and is no UTF-8, or larger than that.
 * @throws Whatever the platform throws if the connection breaks.
 */
export async function readContent(
  response: Answer,
  format: Exclude<BodyFormat, 'stream'>,
  limit: number,
): Promise<unknown> {
  if (format !== 'json') return response[format]()
  // `response.text()` would do, but takes a fifth longer for a small body, and has no limit.
  const bytes = await (response[wholeBody]?.(limit) ?? readWithin(response.body, limit))
  if (!bytes) throw new BodyProblem(`the body is larger than maxResponseBytes, ${limit}`)
  try {
    return decodeUtf8(bytes)
  } catch {
    throw new BodyProblem('the body is not UTF-8')
  }
}

/**
 * Replaces an error answer by one whose body is text of at most 64 KiB, without the API key.
 * The rest is not read, nor is it waited for longer than 5 seconds: the status is known already.
 *
 * @param time - Milliseconds that are left for it, if they are fewer.
 */
export async function boundErrorBody(response: Response, redact: Redact, time = Infinity): Promise<Response> {
  const text = redact(await readStart(response, Math.min(time, errorBodyTime)))
  const headers = redactHeaders(response.headers, redact)
  for (const name of bodyHeaders) headers.delete(name)
  const bounded = new Response(text, {
    status: Math.min(response.status, 599),
    statusText: response.statusText,
    headers,
  })
  // Servers do send a status beyond 599, which the constructor refuses.
  return Object.defineProperty(bounded, 'status', { value: response.status })
}

async function readStart({ body }: Response, time: number): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const stop = () => reader.cancel().catch(() => {})
  const timer = setTimeout(stop, time)
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
    // A cut error body is still an error, of the status that came with it.
  }
  clearTimeout(timer)
  await stop()
  return text
}

/** An answer like one whose body was read, but to be read again. */
export function reopen({ status, statusText, headers }: Response, content: unknown): Response {
  const mayHaveBody = status !== 204 && status !== 205
  const copy = new Headers(headers)
  for (const name of bodyHeaders) copy.delete(name)
  return new Response(mayHaveBody ? (content as BodyInit) : null, { status, statusText, headers: copy })
}

/** Hands a stream on that the signal ends, with its own reason, whatever the source thinks of it. */
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
