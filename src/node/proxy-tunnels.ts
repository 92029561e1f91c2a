import type { Dispatcher } from 'undici'

/** A response of a proxy to the request for a tunnel. */
interface Refusal {
  readonly status: number
  readonly statusText: string
  readonly headers: Record<string, string | string[] | undefined>
}

/** A proxy opened no tunnel, so that nothing was sent to the server. */
export class TunnelRefused extends Error {
  readonly syscall = 'connect'
  /** The response to report as that of the call, if credentials are missing or wrong. */
  readonly response: Refusal | undefined

  constructor(problem: string, response?: Refusal, cause?: unknown) {
    super(`The proxy opened no tunnel: ${problem}`, { cause })
    this.response = response
  }
}

/** Creates the pool of connections to a proxy, which become tunnels. */
export function createTunnels(
  { Pool }: typeof import('undici'),
  origin: URL,
  options: { connect: object; headersTimeout: number },
): Dispatcher {
  return new (class extends Pool {
    // After its own error "other side closed" undici would connect again at once, and forever.
    override connect(options: Dispatcher.ConnectOptions): Promise<never> {
      return super.connect(options).then(
        (response) => {
          const { statusCode: status, headers, socket } = response
          if (status === 200) return response
          socket.on('error', () => {}).destroy()
          if (status !== 407) throw new TunnelRefused(`status ${status}`)
          throw new TunnelRefused('status 407', {
            status,
            statusText: 'Proxy Authentication Required',
            headers: { 'proxy-authenticate': headers['proxy-authenticate'] },
          })
        },
        (cause: Error) => {
          throw new TunnelRefused(cause.message, undefined, cause)
        },
      ) as Promise<never>
    }
  })(origin, options)
}
