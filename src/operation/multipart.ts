/** A file to upload that is read only while it is sent, so that it never stands in memory as a whole. */
export interface UploadSource {
  /** File name to send. */
  readonly name: string
  /** Media type to send; `application/octet-stream` by default. */
  readonly type?: string | undefined
  /** Size in bytes, if known. Many servers want it. */
  readonly size?: number | undefined
  /** Whether `stream` may be called again, so that the upload can be repeated. Default: it may not. */
  readonly repeatable?: boolean | undefined
  /** Opens the content. */
  stream(): ReadableStream<Uint8Array>
}

/** What can be uploaded: a `Blob` or `File` of any runtime, or a source from `sceyt-platform/node`. */
export type Uploadable = Blob | UploadSource

/** A form ready to be sent. */
export interface EncodedForm {
  body: FormData | ReadableStream<Uint8Array>
  /** Headers that the platform cannot know by itself. */
  headers: Record<string, string>
}

/** A form that is encoded while it is sent, so that each attempt needs its own. */
export interface StreamedForm {
  /** Whether it can be encoded more than once. */
  repeatable: boolean
  encode(): EncodedForm
}

/** A form of files: as a whole if they are in memory, else as a stream to be. */
export function createForm(fields: Readonly<Record<string, Uploadable>>): { body?: FormData; form?: StreamedForm } {
  const sources = Object.values(fields).filter((file): file is UploadSource => !(file instanceof Blob))
  if (sources.length === 0) return { body: encodeForm(fields).body as FormData }
  return { form: { repeatable: sources.every(({ repeatable }) => repeatable), encode: () => encodeForm(fields) } }
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

/** Encodes a form of files. A real `Blob` is left to the platform; any other source is streamed. */
export function encodeForm(fields: Readonly<Record<string, Uploadable>>): EncodedForm {
  const parts = Object.entries(fields)
  if (parts.every((part): part is [string, Blob] => part[1] instanceof Blob)) {
    const form = new FormData()
    for (const [name, blob] of parts) form.append(name, blob)
    return { body: form, headers: {} }
  }
  const boundary = `sceyt-${crypto.randomUUID()}`
  const encoder = new TextEncoder()
  const heads = parts.map(([name, file]) => encoder.encode(`--${boundary}\r\n${partHeaders(name, file)}\r\n\r\n`))
  const lineEnd = encoder.encode('\r\n')
  const tail = encoder.encode(`--${boundary}--\r\n`)
  const size = parts.reduce(
    (sum, [, file], index) => sum + (heads[index]?.length ?? 0) + (file.size ?? Number.NaN) + lineEnd.length,
    tail.length,
  )

  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (const [index, [, file]] of parts.entries()) {
      yield heads[index] as Uint8Array
      reader = file.stream().getReader()
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
      reader = undefined
      yield lineEnd
    }
    yield tail
  }
  return {
    body: toStream(chunks(), (reason) => reader?.cancel(reason)),
    headers: {
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
      ...(Number.isNaN(size) ? {} : { 'Content-Length': String(size) }),
    },
  }
}

/** Names in a form are quoted; the characters that would end the quotes are escaped as browsers do. */
function partHeaders(field: string, file: Uploadable): string {
  const quote = (text: string) => `"${text.replace(/[\r\n"]/g, encodeURIComponent)}"`
  const name = 'name' in file ? file.name : 'blob'
  return `Content-Disposition: form-data; name=${quote(field)}; filename=${quote(name)}\r\nContent-Type: ${(file.type || 'application/octet-stream').replace(/[\r\n]/g, '')}`
}

// `ReadableStream.from` would do, but browsers lack it.
function toStream(
  chunks: AsyncGenerator<Uint8Array>,
  cancel: (reason: unknown) => Promise<void> | undefined,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    // The source itself: the generator could be ended only once its source has delivered.
    cancel,
  })
}
