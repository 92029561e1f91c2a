import { createServer, type RequestListener } from 'node:http'
import { listen } from '../lib/serve.js'

/** A request that passed, and what the mock found wrong with it. */
interface Passed {
  method: string
  path: string
  status: number
  violations: string | null
}

/** A server between a program and the mock that records what passes. */
export interface Recorder {
  url: string
  passed: Passed[]
  close(): void
}

/** Starts a server that passes requests on to the mock, and records them. */
export async function startRecorder(mockUrl: string): Promise<Recorder> {
  const passed: Passed[] = []
  const forward: RequestListener = async (request, response) => {
    const url = new URL(request.url ?? '/', mockUrl)
    const body = Buffer.concat(await request.toArray())
    const received = await fetch(url, {
      method: request.method ?? 'GET',
      headers: Object.entries(request.headers).filter(([name]) =>
        ['content-type', 'platform-api-key', 'accept'].includes(name),
      ) as [string, string][],
      ...(body.length > 0 && { body }),
    })
    passed.push({
      method: request.method ?? '',
      path: url.pathname,
      status: received.status,
      violations: received.headers.get('sl-violations'),
    })
    response
      .writeHead(received.status, { 'content-type': received.headers.get('content-type') ?? '' })
      .end(Buffer.from(await received.arrayBuffer()))
  }
  const server = createServer((request, response) => {
    // Without a response, a program would wait until its test times out.
    Promise.resolve(forward(request, response)).catch((error: Error) => {
      const message = `${error.message} (${error.cause})`
      passed.push({ method: request.method ?? '', path: request.url ?? '', status: 502, violations: message })
      response.writeHead(502, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 50200, message }))
    })
  })
  const { origin, close } = await listen(server)
  return { url: origin, passed, close }
}
