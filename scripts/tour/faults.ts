import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that fails in the way that the path names. */
export interface Faults {
  url: string
  close(): void
}

/** Starts a server that fails as networks and proxies do: `/html`, `/redirect`, and `/hang`, which never responds. */
export async function startFaults(): Promise<Faults> {
  const server = createServer((request, response) => {
    const [, fault] = request.url?.split('/') ?? []
    if (fault === 'html')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Welcome to the hotel network</title>')
    if (fault === 'redirect') response.writeHead(302, { location: 'https://elsewhere.example/login?next=users' }).end()
  })
  return {
    url: await listen(server),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
