/** A response whose body has been read. */
export interface Received {
  readonly response: Response
  /** The body in the format that the call asks for; of an error status, its text. */
  readonly content: unknown
}

const noHeaders = { get: () => null }

/** Hands a response to openapi-fetch whose body has been read: `text()` returns it, in whatever format it is. */
export class ReadResponse {
  readonly received: Received
  // Content-Length describes the body as it was sent, compressed perhaps.
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

// They describe a body as it was sent, which is not the body at hand any more.
const bodyHeaders = ['content-length', 'content-encoding', 'transfer-encoding']

/** Creates a response of the platform whose body can be read again. */
export function toResponse({ response, content }: Received, headers = new Headers(response.headers)): Response {
  const { status, url } = response
  for (const name of bodyHeaders) headers.delete(name)
  // The platform encodes it again, with another boundary.
  if (content instanceof FormData) headers.delete('content-type')
  const mayHaveBody = status !== 204 && status !== 205 && status !== 304
  const copy = new Response(mayHaveBody ? (content as BodyInit) : null, {
    // The constructor refuses other statuses and reason phrases, which servers do send.
    status: status < 200 || status > 599 ? 599 : status,
    statusText: `${response.statusText ?? ''}`.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'),
    headers,
  })
  return Object.defineProperties(copy, { status: { value: status }, url: { value: url } })
}
