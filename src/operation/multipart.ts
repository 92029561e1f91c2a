import { isBlob, openBlob } from '../common/blob.js'
import { fieldOf } from '../common/field-of.js'
import { ownFields } from '../common/own-fields.js'
import { streamOf } from '../common/stream-of.js'
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
  return encodeForm(Object.entries(fields))
}

/** Encodes a form of files and texts. */
export function encodeForm(fields: readonly [string, Uploadable | string][]): Payload {
  const { segments, type } = encodeParts(fields)
  if (segments.every((segment) => typeof segment === 'string' || segment instanceof Blob)) {
    const form = new Blob(segments, ownFields({ type }))
    if (isSupported(form)) return { body: form, headers: { 'Content-Type': type }, repeatable: true }
  }
  const encoder = new TextEncoder()
  const chunks = segments.map((segment) => (typeof segment === 'string' ? encoder.encode(segment) : segment))
  const size = chunks.reduce(
    (sum, chunk) => sum + (ArrayBuffer.isView(chunk) ? chunk.length : Number(fieldOf(chunk, 'size'))),
    0,
  )

  function open(lazily = false): ReadableStream<Uint8Array> {
    const openAll = () =>
      chunks.map((chunk) =>
        ArrayBuffer.isView(chunk) ? chunk : (isBlob(chunk) ? openBlob(chunk) : chunk.stream()).getReader(),
      )
    // A source that cannot be opened fails before anything is sent.
    let sources = lazily ? undefined : openAll()
    async function* read(): AsyncGenerator<Uint8Array> {
      sources ??= openAll()
      for (const source of sources) {
        if (ArrayBuffer.isView(source)) yield source
        else for (let next = await source.read(); !next.done; next = await source.read()) yield next.value
      }
    }
    const chunksOfForm = read()
    const next = () => chunksOfForm.next()
    return streamOf(next, async (reason) => {
      await Promise.all(sources?.map((source) => !ArrayBuffer.isView(source) && source.cancel(reason)) ?? [])
    })
  }
  return {
    body: open,
    headers: { 'Content-Type': type, ...(Number.isNaN(size) ? {} : { 'Content-Length': String(size) }) },
    repeatable: segments.every(
      (segment) => typeof segment === 'string' || isBlob(segment) || fieldOf(segment, 'repeatable') === true,
    ),
  }
}

/** Returns whether `fetch` supports a `Blob`. It sends that of jsdom as the text `[object Blob]`, or rejects it. */
export function isSupported(blob: Blob): boolean {
  try {
    const { headers } = new Response(blob, ownFields({ headers: {} }))
    return headers.get('Content-Type') === (blob.type || null)
  } catch {
    return false
  }
}

/** Encodes the fields of a form as texts and files, one after the other. */
function encodeParts(fields: readonly [string, Uploadable | string][]): {
  segments: (string | Uploadable)[]
  type: string
} {
  // Pages without https, and Jest 29's jsdom, have no `crypto.randomUUID`.
  const boundary = `sceyt-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`
  const segments = fields.flatMap(([name, value]) => [
    `--${boundary}\r\n${partHeaders(name, value)}\r\n\r\n`,
    typeof value === 'string' ? value.replace(/\r?\n|\r/g, '\r\n') : value,
    '\r\n',
  ])
  return { segments: [...segments, `--${boundary}--\r\n`], type: `multipart/form-data; boundary=${boundary}` }
}

export function isUploadable(value: unknown): value is Uploadable {
  if (isBlob(value)) return true
  return typeof fieldOf(value, 'stream') === 'function' && typeof fieldOf(value, 'name') === 'string'
}

/** Escapes a name for the quotes in a form, as browsers do. */
function partHeaders(field: string, file: Uploadable | string): string {
  const quote = (text: string) => `"${text.replace(/[\r\n"]/g, encodeURIComponent)}"`
  if (typeof file === 'string') return `Content-Disposition: form-data; name=${quote(field)}`
  const name = String(fieldOf(file, 'name') || 'blob')
  const type = String(fieldOf(file, 'type') || 'application/octet-stream')
  return `Content-Disposition: form-data; name=${quote(field)}; filename=${quote(name)}\r\nContent-Type: ${type.replace(/[\r\n]/g, '')}`
}
