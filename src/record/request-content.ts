import { isUtf8 } from 'node:buffer'
import { bytesOf } from '../common/bytes-of.js'
import { isReadableStream } from '../common/is-readable-stream.js'
import { streamOf } from '../common/stream-of.js'
import { BodyDigest } from './body-digest.js'
import { parseExactly } from './map-json.js'
import type { RecordedContent } from './recorded-exchange.js'

type Body = RequestInit['body']

/** The body of a request: what is sent, and what is recorded of it. */
interface RequestContent {
  sent: Body
  /** Describes the body. A stream is known once it has been read to its end. */
  describe(): RecordedContent
}

/** Prepares the body of a request. Only a stream is replaced, by one that is not held in memory either. */
export async function openContent(body: Body, headers: Headers): Promise<RequestContent> {
  if (body === null || body === undefined) return { sent: body, describe: () => ({}) }
  const bytes = bytesOf(body)
  if (bytes) {
    const json = isUtf8(bytes) ? parseExactly(Buffer.from(bytes).toString()) : undefined
    const content = json ? { json: json.value } : upload(headers.get('content-type'), digestOf([bytes], headers))
    return { sent: body, describe: () => content }
  }
  if (isReadableStream(body)) return openStream(body, headers)
  if (![Blob, FormData, URLSearchParams].some((type) => body instanceof type))
    return { sent: body, describe: () => upload(headers.get('content-type')) }
  // It can be read more than once. The boundary of a form is that of this reading.
  const { headers: own, body: stream } = new Response(body)
  const digest = new BodyDigest(own.get('content-type') ?? '')
  for await (const chunk of stream ?? []) digest.add(chunk)
  const content = upload(headers.get('content-type') ?? own.get('content-type'), digest.end())
  return { sent: body, describe: () => content }
}

function openStream(body: ReadableStream<Uint8Array>, headers: Headers): RequestContent {
  const type = headers.get('content-type')
  const digest = new BodyDigest(type ?? '')
  let content = upload(type)
  const reader = body.getReader()
  const sent = streamOf(
    async () => {
      const next = await reader.read()
      if (next.done) content = upload(type, digest.end())
      else digest.add(next.value)
      return next
    },
    (reason) => reader.cancel(reason),
  )
  // The client makes a `fetch` fail that would send a stream as text.
  Object.defineProperty(sent, 'toString', { value: () => String(body) })
  return { sent, describe: () => content }
}

function digestOf(chunks: readonly Uint8Array[], headers: Headers): { bytes: number; sha256: string } {
  const digest = new BodyDigest(headers.get('content-type') ?? '')
  for (const chunk of chunks) digest.add(chunk)
  return digest.end()
}

function upload(type: string | null, digest?: { bytes: number; sha256: string }): RecordedContent {
  return { upload: { ...(type !== null && { type: type.replace(/;.*/s, '') }), ...digest } }
}
