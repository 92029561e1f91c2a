import { streamOf } from '../common/stream-of.js'
import { InputError } from '../errors/input-error.js'
import type { Deadline } from './deadline.js'

/** The stream that a request body is read from has failed. */
export class BodyError extends Error {
  /** Whether it failed before the request, so that nothing was sent. */
  readonly unsent: boolean

  constructor(cause: unknown, unsent: boolean) {
    super('the body cannot be read', { cause })
    this.unsent = unsent
  }
}

/** The chunks to read ahead: the head of a form, and the first chunk of its file. */
const ahead = 2

/**
 * Reads the start of a body before the request is sent, so that a source that fails at once sends nothing.
 *
 * @param source - The body, or a function that opens it.
 * @param onError - Called if the source fails later. Not every `fetch` passes on its error.
 * @returns A stream of the whole body.
 * @throws BodyError if the source fails, or the reason of the deadline.
 */
export async function openBody(
  source: ReadableStream<Uint8Array> | (() => ReadableStream<Uint8Array>),
  deadline: Deadline,
  onError: (error: BodyError) => void,
): Promise<ReadableStream<Uint8Array>> {
  const start: ReadableStreamReadResult<Uint8Array>[] = []
  let reader: ReadableStreamDefaultReader<Uint8Array>
  try {
    reader = (typeof source === 'function' ? source() : source).getReader()
    deadline.onEnd((reason) => reader.cancel(reason).catch(() => {}))
    while (start.length < ahead && !start.at(-1)?.done) start.push(await reader.read())
  } catch (cause) {
    throw cause instanceof InputError ? cause : new BodyError(cause, true)
  }
  if (deadline.ended) throw deadline.ended.reason
  const body = streamOf(
    async () => {
      try {
        return start.shift() ?? (await reader.read())
      } catch (cause) {
        const error = new BodyError(cause, false)
        onError(error)
        throw error
      }
    },
    (reason) => reader.cancel(reason),
  )
  // A `fetch` without support for streams, such as node-fetch, would send this text.
  return Object.defineProperty(body, 'toString', {
    value() {
      throw new InputError(
        'fetch',
        'does not support a stream as the body of a request; upload a Blob, or use another fetch.',
      )
    },
  })
}
