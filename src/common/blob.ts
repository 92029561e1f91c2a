import { streamOf } from './stream-of.js'

/** The reader of a page, which the types of Node do not have. */
interface BlobReader {
  result: ArrayBuffer
  error: unknown
  onload(): void
  onerror(): void
  readAsArrayBuffer(blob: Blob): void
}

const pageReader = () => (globalThis as unknown as { FileReader?: new () => BlobReader }).FileReader

/**
 * Returns whether a value is a `Blob` or `File` that can be read. It may be that of another realm or package, so it is
 * recognised by its methods: under jsdom, the one of `node:buffer` is not an instance of the global class.
 */
export function isBlob(value: unknown): value is Blob {
  if (typeof value !== 'object' || value === null) return false
  const { size, type, slice, stream, arrayBuffer } = value as Partial<Blob>
  if (typeof size !== 'number' || typeof type !== 'string' || typeof slice !== 'function') return false
  return typeof (stream ?? arrayBuffer ?? pageReader()) === 'function'
}

/** Opens the content of a `Blob`. That of jsdom has no `stream`, and before version 27 no method to read it at all. */
export function openBlob(blob: Blob): ReadableStream<Uint8Array> {
  if (typeof blob.stream === 'function') return blob.stream()
  let done = false
  return streamOf(
    async () => {
      if (done) return { done }
      const value = new Uint8Array(await (blob.arrayBuffer ? blob.arrayBuffer() : readInPage(blob)))
      done = true
      return { value }
    },
    () => {},
  )
}

function readInPage(blob: Blob): Promise<ArrayBuffer> {
  const reader = new (pageReader() as new () => BlobReader)()
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(reader.result)
    reader.onerror = () => reject(reader.error)
    reader.readAsArrayBuffer(blob)
  })
}
