import type { Payload } from './payload.js'

/** A file to upload that is read while it is sent, so that it is never in memory as a whole. */
export interface UploadSource {
  /** File name to send. */
  readonly name: string
  /** Media type to send; `application/octet-stream` by default. */
  readonly type?: string | undefined
  /** Size in bytes, if known. Many servers want it. */
  readonly size?: number | undefined
  /** Whether `stream` may be called again, so that the upload can be retried. Default: false. */
  readonly repeatable?: boolean | undefined
  /** Opens the content. */
  stream(): ReadableStream<Uint8Array>
}

/** A file that can be uploaded: a `Blob` or `File` of any runtime, or a source from `sceyt-platform/node`. */
export type Uploadable = Blob | UploadSource

/**
 * Encodes a form of files: as a `Blob` if they are all in memory, or else as a stream, which each attempt opens again.
 * A `FormData` would do for the global `fetch` alone: another one, such as undici's, sends `[object FormData]`.
 */
export function createForm(fields: Readonly<Record<string, Uploadable>>): Payload {
  const parts = Object.entries(fields)
  if (parts.every((part): part is [string, Blob] => part[1] instanceof Blob)) {
    const form = encodeForm(parts)
    // jsdom has a `Blob` that Node's `fetch` does not support.
    if (new Response(form).headers.get('Content-Type') === form.type)
      return { body: form, headers: { 'Content-Type': form.type }, repeatable: true }
  }
  const { boundary, type } = createBoundary()
  const encoder = new TextEncoder()
  const heads = parts.map(([name, file]) => encoder.encode(`--${boundary}\r\n${partHeaders(name, file)}\r\n\r\n`))
  const lineEnd = encoder.encode('\r\n')
  const tail = encoder.encode(`--${boundary}--\r\n`)
  const size = parts.reduce(
    (sum, [, file], index) => sum + (heads[index]?.length ?? 0) + (file.size ?? Number.NaN) + lineEnd.length,
    tail.length,
  )

  function open(lazily = false): ReadableStream<Uint8Array> {
    const openAll = () => parts.map(([, file]) => openFile(file).getReader())
    // A source that cannot be opened fails before anything is sent.
    let files = lazily ? undefined : openAll()
    async function* chunks(): AsyncGenerator<Uint8Array> {
      files ??= openAll()
      for (const [index, reader] of files.entries()) {
        yield heads[index] as Uint8Array
        for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
        yield lineEnd
      }
      yield tail
    }
    return toStream(chunks(), async (reason) => {
      await Promise.all(files?.map((reader) => reader.cancel(reason)) ?? [])
    })
  }
  return {
    body: open,
    headers: { 'Content-Type': type, ...(Number.isNaN(size) ? {} : { 'Content-Length': String(size) }) },
    repeatable: parts.every(([, file]) => file instanceof Blob || file.repeatable),
  }
}

/** Encodes a form of texts and blobs, whose content is read when the result is. */
export function encodeForm(fields: Iterable<[string, Blob | string]>): Blob {
  const { boundary, type } = createBoundary()
  const parts = [...fields].flatMap(([name, value]) => [
    `--${boundary}\r\n${partHeaders(name, value)}\r\n\r\n`,
    typeof value === 'string' ? value.replace(/\r?\n|\r/g, '\r\n') : value,
    '\r\n',
  ])
  return new Blob([...parts, `--${boundary}--\r\n`], { type })
}

function createBoundary(): { boundary: string; type: string } {
  const boundary = `sceyt-${crypto.randomUUID()}`
  return { boundary, type: `multipart/form-data; boundary=${boundary}` }
}

/** Opens a file. The `Blob` of jsdom has no `stream`. */
function openFile(file: Uploadable): ReadableStream<Uint8Array> {
  return typeof file.stream === 'function' ? file.stream() : toStream(bytesOf(file as Blob), () => undefined)
}

async function* bytesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await (blob.arrayBuffer ? blob.arrayBuffer() : readBlob(blob)))
}

/** The reader of a page, which the types of Node do not have. */
interface BlobReader {
  result: ArrayBuffer
  error: unknown
  onload(): void
  onerror(): void
  readAsArrayBuffer(blob: Blob): void
}

/** Reads a `Blob` that has no methods to do so, as in jsdom before version 27. */
function readBlob(blob: Blob): Promise<ArrayBuffer> {
  const { FileReader } = globalThis as unknown as { FileReader: new () => BlobReader }
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result)
    reader.onerror = () => reject(reader.error)
    reader.readAsArrayBuffer(blob)
  })
}

export function isUploadable(value: unknown): value is Uploadable {
  if (value instanceof Blob) return true
  return (
    typeof value === 'object' &&
    value !== null &&
    'stream' in value &&
    typeof value.stream === 'function' &&
    'name' in value &&
    typeof value.name === 'string'
  )
}

/** Escapes a name for the quotes in a form, as browsers do. */
function partHeaders(field: string, file: Uploadable | string): string {
  const quote = (text: string) => `"${text.replace(/[\r\n"]/g, encodeURIComponent)}"`
  if (typeof file === 'string') return `Content-Disposition: form-data; name=${quote(field)}`
  const name = 'name' in file ? file.name : 'blob'
  return `Content-Disposition: form-data; name=${quote(field)}; filename=${quote(name)}\r\nContent-Type: ${(file.type || 'application/octet-stream').replace(/[\r\n]/g, '')}`
}

// Browsers lack `ReadableStream.from`. Nothing is read ahead, so that an unused stream opens no file.
function toStream(
  chunks: AsyncGenerator<Uint8Array>,
  cancel: (reason: unknown) => Promise<void> | undefined,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      // The source itself: the generator can be ended only after its source has returned.
      cancel,
    },
    { highWaterMark: 0 },
  )
}
