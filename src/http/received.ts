import { isBlob, openBlob } from '../common/blob.js'
import { ownFields } from '../common/own-fields.js'
import { type Redact, redactHeaders } from '../errors/redact.js'

/** A response whose body has been read. */
export interface Received {
  readonly response: Response
  /** The body in the format that the call asks for; of an error status, its text. */
  readonly content: unknown
}

const noHeaders = { get: () => null }

/** The response that openapi-fetch receives. Its body has been read already: `text()` returns it, in the format of the call. */
export class ReadResponse {
  readonly received: Received
  // Content-Length describes the encoded body.
  readonly headers = noHeaders

  constructor(received: Received) {
    this.received = received
  }

  get ok(): boolean {
    return this.received.response.ok
  }

  get status(): number {
    return this.received.response.status
  }

  text(): unknown {
    return this.received.content
  }
}

export function toReadResponse(received: Received): ReadResponse {
  return new ReadResponse(received)
}

// Headers of the encoded body. They do not match the decoded one.
const bodyHeaders = ['content-length', 'content-encoding', 'transfer-encoding']

/** Creates a response of the platform whose body can be read again. With `redact`, its headers, reason phrase and URL are redacted. */
export function toResponse({ response, content }: Received, redact: Redact = (text) => text): Response {
  const headers = redactHeaders(response.headers, redact)
  for (const name of bodyHeaders) headers.delete(name)
  // The platform encodes it again, with another boundary.
  if (content instanceof FormData) headers.delete('content-type')
  const { status, statusText, url } = response
  return createResponse(
    // Node's `Response` would send the text `[object Blob]` in place of the `Blob` of jsdom.
    isBlob(content) ? openBlob(content) : (content as RequestInit['body']),
    { status, statusText: redact(statusText ?? ''), url: redact(url ?? '') },
    headers,
  )
}

/** Creates a response of the platform with any status and reason phrase: the constructor rejects some that servers do send. */
export function createResponse(
  body: RequestInit['body'],
  { status, statusText, url }: Pick<Response, 'status' | 'statusText' | 'url'>,
  headers: Headers,
): Response {
  const mayHaveBody = status !== 204 && status !== 205 && status !== 304
  const response = new Response(
    mayHaveBody ? body : null,
    ownFields({
      status: status < 200 || status > 599 ? 599 : status,
      statusText: `${statusText ?? ''}`.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'),
      headers,
    }),
  )
  return Object.defineProperties(response, {
    status: { value: status },
    url: { value: url, configurable: true },
  })
}
