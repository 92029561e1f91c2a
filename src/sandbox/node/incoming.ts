import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SandboxRequest } from 'sceyt-platform/sandbox'
import { ByteCollector } from '../../common/byte-collector.js'

/**
 * A request to the server. A class, since an object literal with a getter has a new hidden class each time: slow to read, and
 * V8 keeps it, with the request and the response in it, until the next full garbage collection.
 */
export class Incoming implements SandboxRequest {
  readonly method: string
  /** Host and port that the request was sent to, as the client wrote them. */
  readonly host: string
  readonly origin: string
  readonly pathname: string
  readonly search: string
  readonly #request: IncomingMessage
  readonly #response: ServerResponse

  /** @param self - The host for links, if the request does not have a valid one. */
  constructor(request: IncomingMessage, response: ServerResponse, self: string) {
    const { method = 'GET', headers } = request
    const { host = headers.host ?? '', target } = parseTarget(request.url ?? '/')
    const question = target.indexOf('?')
    this.method = method
    this.host = host
    // Links contain it, so it must be a valid host.
    this.origin = `http://${/^[\w.-]+(:\d+)?$|^\[[\da-fA-F:]+\](:\d+)?$/.test(host) ? host : self}`
    this.pathname = question < 0 ? target : target.slice(0, question)
    this.search = question < 0 ? '' : target.slice(question + 1)
    this.#request = request
    this.#response = response
  }

  header(name: string): string | undefined {
    return this.#request.headers[name] as string | undefined
  }

  headers(): readonly string[] {
    return this.#request.rawHeaders
  }

  body(limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return readBody(this.#request, limit)
  }

  // Created on access, since it takes longer than the rest of a request.
  get signal(): AbortSignal {
    const controller = new AbortController()
    this.#response.once('close', () => controller.abort())
    return controller.signal
  }
}

/** Parses the target of a request. In absolute form, as clients with a proxy send it, its host replaces the `Host` header. */
function parseTarget(url: string): { host?: string | undefined; target: string } {
  if (url.startsWith('/')) return { target: url }
  const [start = '', host] = /^http:\/\/([^/?]*)/i.exec(url) ?? []
  if (host === undefined) return { target: url }
  const rest = url.slice(start.length)
  return { host, target: rest.startsWith('/') ? rest : `/${rest}` }
}

/** Reads a body without `for await`, which would close the connection at the end of the loop, before the response. */
function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    const collector = new ByteCollector(limit)
    request.on('data', (chunk: Buffer) => {
      if (!collector.add(chunk)) resolve(undefined)
    })
    request.on('end', () => resolve(collector.bytes()))
    request.on('error', reject)
    request.on('close', () => {
      // Every request closes in the end, and errors are expensive to create.
      if (!request.complete) reject(new Error('The connection closed before the end of the request.'))
    })
  })
}
