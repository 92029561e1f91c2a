import { describe } from '../common/describe.js'
import { isReadableStream } from '../common/is-readable-stream.js'
import { streamOf } from '../common/stream-of.js'
import { InputError } from '../errors/input-error.js'
import type { Payload } from '../operation/payload.js'
import type { Deadline } from './deadline.js'
import { resendsBytes } from './resend.js'

/** The stream that a request body is read from has failed. */
export class BodyError extends Error {
  /** Whether it failed before the request, so that nothing was sent. */
  readonly unsent: boolean

  constructor(cause: unknown, unsent: boolean) {
    super('the body cannot be read', { cause })
    this.unsent = unsent
  }
}

/** The most bytes of a `Blob` that are read into memory before they are sent. */
const mostBytes = 2 ** 24

/** The chunks to read ahead: the head of a form, and the first chunk of its file. */
const ahead = 2

/**
 * Opens a body for one attempt. It reads the start of a stream before the request is sent, so that a source that fails at once
 * sends nothing.
 *
 * @param body - The body, or a function that opens it as a stream.
 * @param onError - Called if the source fails later. Not every `fetch` passes on its error.
 * @throws BodyError if the source fails, or the reason of the deadline.
 */
export function openBody(
  body: Payload['body'],
  deadline: Deadline,
  onError: (error: BodyError) => void,
): NonNullable<RequestInit['body']> | null | Promise<NonNullable<RequestInit['body']>> {
  // Not every `fetch` supports a Blob: node-fetch 2 does not.
  if (body instanceof Blob && body.size <= mostBytes && !resendsBytes()) return readBlob(body, deadline)
  const isStream = isReadableStream(body)
  return isStream || typeof body === 'function' ? openStream(body, deadline, onError) : body
}

async function readBlob(blob: Blob, deadline: Deadline): Promise<Uint8Array<ArrayBuffer>> {
  const content = await blob.arrayBuffer().catch((cause: unknown) => {
    throw new BodyError(cause, true)
  })
  if (deadline.ended) throw deadline.ended.reason
  return new Uint8Array(content)
}

async function openStream(
  body: ReadableStream<Uint8Array> | (() => ReadableStream<Uint8Array>),
  deadline: Deadline,
  onError: (error: BodyError) => void,
): Promise<ReadableStream<Uint8Array>> {
  const start: ReadableStreamReadResult<Uint8Array>[] = []
  let reader: ReadableStreamDefaultReader<Uint8Array>
  let ended: { reason: unknown } | undefined
  const read = async () => {
    const result = await reader.read()
    // Node's `fetch` would wait for ever.
    if (result.done || Object.prototype.toString.call(result.value) === '[object Uint8Array]') return result
    const problem = new TypeError(`expected Uint8Array chunks, got ${describe(result.value)}`)
    reader.cancel(problem).catch(() => {})
    throw problem
  }
  try {
    reader = (typeof body === 'function' ? body() : body).getReader()
    deadline.cleanUp = (reason) => {
      ended = { reason }
      reader.cancel(reason).catch(() => {})
    }
    while (start.length < ahead && !start.at(-1)?.done) start.push(await read())
  } catch (cause) {
    throw cause instanceof InputError ? cause : new BodyError(cause, true)
  }
  if (deadline.ended) throw deadline.ended.reason
  const stream = streamOf(
    async () => {
      try {
        const next = start.shift() ?? (await read())
        // Not the end of the stream, which would make a part of the body look complete.
        if (ended) throw ended.reason
        return next
      } catch (cause) {
        const error = new BodyError(cause, false)
        onError(error)
        throw error
      }
    },
    (reason) => reader.cancel(reason),
  )
  // A `fetch` without support for streams, such as node-fetch, would send this text.
  return Object.defineProperty(stream, 'toString', {
    value() {
      throw new InputError(
        'fetch',
        'does not support a stream as the body of a request; upload a Blob, or use another fetch.',
      )
    },
  })
}
