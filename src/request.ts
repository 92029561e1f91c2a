/**
 * Stands in for the platform's `Request`, which openapi-fetch builds only for the transport to take apart again.
 * As soon as a middleware is registered, the platform's own is used, since a middleware may rely on all of it.
 */
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
