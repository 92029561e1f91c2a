import type { Readable } from 'node:stream'
import { ownFields } from '../common/own-fields.js'

const has = (value: unknown, name: PropertyKey): boolean =>
  typeof value === 'object' && value !== null && typeof (value as Record<PropertyKey, unknown>)[name] === 'function'

// Not by class, since streams may come from another realm or package.
export const isWebStream = (value: unknown): value is ReadableStream => has(value, 'getReader')
export const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> => has(value, Symbol.asyncIterator)
export const isNodeStream = (value: unknown): value is Readable => has(value, 'pipe') && has(value, 'on')

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
