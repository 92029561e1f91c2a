/** openapi-fetch's client without its types: here, paths come from the operations table. */
export interface UntypedClient {
  request(method: string, path: string, init: object): Promise<{ response: Response; error?: unknown }>
  use(...middleware: unknown[]): void
  eject(...middleware: unknown[]): void
}

/** Stands in for the platform's `Request`, which openapi-fetch would build only for the transport to take apart again. */
export class PlainRequest {
  readonly url: string
  readonly init: RequestInit
  readonly method: string

  constructor(url: string, init: RequestInit & { method: string }) {
    this.url = url
    this.init = init
    this.method = init.method
  }
}

/** Has a client build plain requests, as long as no middleware is there: a middleware may rely on all of the platform's. */
export function preferPlainRequest(client: UntypedClient): UntypedClient {
  const middlewares = new Set<unknown>()
  return {
    request: (method, path, init) => client.request(method, path, middlewares.size === 0 ? { ...init, Request: PlainRequest } : init),
    use(...added) {
      client.use(...added)
      for (const middleware of added) middlewares.add(middleware)
    },
    eject(...removed) {
      client.eject(...removed)
      for (const middleware of removed) middlewares.delete(middleware)
    },
  }
}
