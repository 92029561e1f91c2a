import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import { Server as TlsServer } from 'node:tls'
import { onTestFinished } from 'vitest'

/** A server on a free port of 127.0.0.1. */
export interface TestServer {
  origin: string
  /** Every connection that was ever accepted. */
  sockets: Socket[]
  /** Waits until the first of them are closed, by default all that were accepted so far. */
  closed(first?: number): Promise<unknown>
  /** Stops, and closes every connection. */
  close(): void
}

/** Listens on a free port until the caller closes it. */
export async function listen(server: Server): Promise<TestServer> {
  const sockets: Socket[] = []
  const ends: Promise<void>[] = []
  server.on('connection', (socket: Socket) => {
    sockets.push(socket)
    // Clients that give up reset the connection, as some tests expect.
    socket.on('error', () => {})
    ends.push(new Promise((resolve) => socket.on('close', () => resolve())))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const protocol = server instanceof TlsServer ? 'https' : 'http'
  return {
    origin: `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sockets,
    closed: (first = ends.length) => Promise.all(ends.slice(0, first)),
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Serves on a free port until the test ends: HTTP with a listener, or with the given server. */
export async function serve(server: RequestListener | Server): Promise<TestServer> {
  const listening = await listen(typeof server === 'function' ? createServer(server) : server)
  onTestFinished(() => listening.close())
  return listening
}

/** Returns an origin where no server listens any more. */
export async function unusedOrigin(): Promise<string> {
  const server = createServer()
  const { origin, close } = await listen(server)
  const closed = new Promise((resolve) => server.once('close', resolve))
  close()
  await closed
  return origin
}
