import { ByteCollector } from '../common/byte-collector.js'

/**
 * Reads a body to its end.
 *
 * @returns Undefined if the body is larger than the limit, in bytes. The rest is then cancelled.
 */
export async function readWithin(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const collector = new ByteCollector(limit)
  if (body) {
    const reader = body.getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (collector.add(next.value)) continue
      reader.cancel().catch(() => {})
      return undefined
    }
  }
  return collector.bytes()
}
