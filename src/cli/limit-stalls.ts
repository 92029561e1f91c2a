import { setTimeout as delay } from 'node:timers/promises'

/** No content of a download has arrived for the time of `--timeout`. */
export class StalledDownload extends Error {}

/**
 * Returns the content of a download, which fails if no more of it arrives for a time. The time of the reader, such as a full pipe,
 * does not count.
 *
 * @param timeLimit - In milliseconds.
 */
export function limitStalls(content: ReadableStream<Uint8Array>, timeLimit: number): ReadableStream<Uint8Array> {
  const reader = content.getReader()
  let received = 0
  const next = async () => {
    const timer = new AbortController()
    const late = delay(timeLimit, undefined, { signal: timer.signal }).catch(() => undefined)
    const result = await Promise.race([reader.read(), late]).finally(() => timer.abort())
    if (result) return result
    const error = new StalledDownload(
      `No content arrived for ${timeLimit} ms, after ${received} bytes. For a slower server, pass a larger --timeout.`,
    )
    // Closes the connection. Not awaited, since a source may never confirm it.
    reader.cancel(error).catch(() => {})
    throw error
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await next()
        if (done) return controller.close()
        received += value.length
        controller.enqueue(value)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
