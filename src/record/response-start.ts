import { ByteCollector } from '../common/byte-collector.js'
import { isReadableStream } from '../common/is-readable-stream.js'
import { streamOf } from '../common/stream-of.js'

/** The body of a response, of which as much has been read as may be recorded. */
interface ResponseStart {
  /** The whole body, or all of it before a failure. Undefined if it is larger than the limit. */
  bytes?: Buffer
  /** Why the body ended early. */
  failure?: unknown
  /** The body, to be read again. */
  body: Buffer<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null
}

/**
 * Reads a body up to a limit, in bytes. Whatever the caller does with the response, such as to cancel the body of a redirect, is
 * then of no consequence.
 */
export async function readStart(body: Response['body'], limit: number): Promise<ResponseStart> {
  if (!body) return { bytes: Buffer.alloc(0), body: null }
  // That of node-fetch is a stream of Node.
  const stream = isReadableStream(body) ? body : (new Response(body).body as typeof body)
  const reader = stream.getReader()
  const collector = new ByteCollector(Infinity)
  let size = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      collector.add(next.value)
      size += next.value.length
      if (size > limit)
        return {
          body: streamFrom(
            collector,
            () => reader.read(),
            (reason) => reader.cancel(reason),
          ),
        }
    }
  } catch (failure) {
    const rest = () => Promise.reject(failure)
    return { bytes: Buffer.from(collector.bytes()), failure, body: streamFrom(collector, rest) }
  }
  const bytes = Buffer.from(collector.bytes())
  return { bytes, body: bytes }
}

function streamFrom(
  start: ByteCollector,
  rest: () => Promise<{ done?: boolean; value?: unknown }>,
  cancel: (reason: unknown) => unknown = () => {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = start.bytes()
  let isFirst = bytes.length > 0
  return streamOf(async () => {
    if (!isFirst) return rest()
    isFirst = false
    return { value: bytes }
  }, cancel)
}
