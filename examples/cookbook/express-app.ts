// An Express 5 back end. One handler turns errors into responses, a closed connection aborts the call, and a stop waits for requests in flight.
import type { Server } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type Response } from 'express'
import { createSceyt, type Sceyt, SceytError } from 'sceyt-platform'
import { advise } from './handle-errors.js'

export function createApp(sceyt: Sceyt): Express {
  const app = express()
  app.use(express.json({ limit: '16kb' }))
  app.get('/channels/:channel/messages', async ({ params }, response) => {
    const signal = abortOnClose(response)
    response.json((await sceyt.messages.list(params.channel, { limit: 20 }, { signal })).messages)
  })
  app.post('/channels/:channel/messages', async (request, response) => {
    // Set by the proxy that signs users in. Never take the sender from the body.
    const from = request.get('X-Auth-Request-User')
    const text: unknown = request.body?.text
    if (!from) response.status(401).json({ error: 'Sign in first.' })
    else if (typeof text !== 'string' || !text.trim()) response.status(400).json({ error: 'Send { "text": "…" }.' })
    else {
      const message = { from, body: text.trim() }
      const sent = await sceyt.messages.send(request.params.channel, message, { signal: abortOnClose(response) })
      response.status(201).json(sent)
    }
  })
  app.use(respondToErrors)
  return app
}

function abortOnClose(response: Response): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  return controller.signal
}

const respondToErrors: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.destroyed) return
  // Express handles all other errors itself, such as a body that is not JSON.
  if (response.headersSent || !(error instanceof SceytError)) return next(error)
  const { status, message, retry, wait } = advise(error)
  if (status >= 500) console.error(error)
  if (wait !== undefined) response.set('Retry-After', String(Math.ceil(wait / 1000)))
  response.status(status).json({ error: message, retry })
}

/** Accepts no new requests, also on kept-alive connections, and waits up to `grace` milliseconds for those in flight. */
export function stop(server: Server, grace = 10_000): void {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  server.close(() => clearInterval(sweep))
  setTimeout(() => server.closeAllConnections(), grace).unref()
}

if (process.argv[1] === import.meta.filename) {
  const server = createApp(createSceyt()).listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', (error) => {
    if (error) throw error
    console.log('Listening', server.address())
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop(server))
}
