import { ownFields } from '../common/own-fields.js'

/**
 * Converts chunks to a web stream, which reads nothing ahead.
 * `Readable.toWeb` throws an uncaught error in Node 20 if the stream is cancelled during a read.
 *
 * @param cancel - Called when the stream is cancelled. It must end a read that is pending.
 */
export function toWeb<T>(
  chunks: Pick<AsyncIterator<T>, 'next'>,
  cancel: (reason: unknown) => unknown,
): ReadableStream<T> {
  return new ReadableStream<T>(
    ownFields<UnderlyingDefaultSource<T>>({
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel(reason) {
        await cancel(reason)
      },
    }),
    ownFields({ highWaterMark: 0 }),
  )
}
