import { ownFields } from './own-fields.js'

/**
 * Creates a stream of bytes that reads nothing ahead, so that an unused one opens no file. Browsers lack `ReadableStream.from`.
 *
 * @param next - Reads the next chunk. If it rejects, the stream errors with the same reason.
 * @param cancel - Ends the source itself, and a read that is pending: a generator can be ended only after its source has
 * returned, and `Readable.toWeb` throws an uncaught error in Node 20 if it is cancelled during a read.
 */
export function streamOf(
  next: () => Promise<{ done?: boolean | undefined; value?: unknown }>,
  cancel: (reason: unknown) => unknown,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    ownFields<UnderlyingDefaultSource>({
      async pull(controller) {
        const { done, value } = await next()
        if (done) controller.close()
        else controller.enqueue(value as Uint8Array<ArrayBuffer>)
      },
      async cancel(reason) {
        await cancel(reason)
      },
    }),
    ownFields({ highWaterMark: 0 }),
  )
}
