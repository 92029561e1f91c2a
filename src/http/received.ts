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
export function toResponse({ response, content }: Received, redact?: Redact): Response {
  const { status } = response
  const headers = redact ? redactHeaders(response.headers, redact) : new Headers(response.headers)
  const show = (text: unknown) => redact?.(`${text ?? ''}`) ?? `${text ?? ''}`
  for (const name of bodyHeaders) headers.delete(name)
  // The platform encodes it again, with another boundary.
  if (content instanceof FormData) headers.delete('content-type')
  const mayHaveBody = status !== 204 && status !== 205 && status !== 304
  const copy = new Response(mayHaveBody ? (content as BodyInit) : null, {
    // The constructor rejects other statuses and reason phrases, which servers do send.
    status: status < 200 || status > 599 ? 599 : status,
    statusText: show(response.statusText).replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'),
    headers,
  })
  return Object.defineProperties(copy, { status: { value: status }, url: { value: show(response.url) } })
}
