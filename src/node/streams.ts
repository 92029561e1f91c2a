import type { Readable } from 'node:stream'

/**
 * Converts a stream of Node to a web stream.
 * `Readable.toWeb` would do, but in Node 20 it throws an uncaught error if it is cancelled while it reads.
 */
export function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  const chunks = stream.iterator() as AsyncIterator<Uint8Array>
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel() {
        stream.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}
