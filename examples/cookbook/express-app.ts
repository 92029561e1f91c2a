// An Express 5 back end. Errors become answers in one place, a visitor who leaves ends the call, and a stop waits for what is under way.
import type { Server } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type Response } from 'express'
import { createSceyt, type Sceyt, SceytError } from 'sceyt-platform'
import { advise } from './handle-errors.js'

export function createApp(sceyt: Sceyt): Express {
  const app = express()
  app.use(express.json({ limit: '16kb' }))
  app.get('/channels/:channel/messages', async (request, response) => {
    const { messages } = await sceyt.messages.list(
      request.params.channel,
      { limit: 20 },
      { signal: untilGone(response) },
    )
    response.json(messages)
  })
  app.post('/channels/:channel/messages', async (request, response) => {
    // Set by the proxy that signs people in. Who writes is never taken from what they send.
    const from = request.get('X-Auth-Request-User')
    const text: unknown = request.body?.text
    if (!from) response.status(401).json({ error: 'Sign in first.' })
    else if (typeof text !== 'string' || !text.trim()) response.status(400).json({ error: 'Send { "text": "…" }.' })
    else
      response
        .status(201)
        .json(
          await sceyt.messages.send(
            request.params.channel,
            { from, body: text.trim() },
            { signal: untilGone(response) },
          ),
        )
  })
  app.use(answerErrors)
  return app
}

function untilGone(response: Response): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return gone.signal
}

const answerErrors: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.destroyed) return
  // What is not of the client, such as a body that is no JSON, Express answers itself.
  if (response.headersSent || !(error instanceof SceytError)) return next(error)
  const { status, say, repeat, wait } = advise(error)
  if (status >= 500) console.error(error)
  if (wait !== undefined) response.set('Retry-After', String(Math.ceil(wait / 1000)))
  response.status(status).json({ error: say, repeat })
}

/** Takes no more requests, and lets those under way end, for so many milliseconds. */
export function stop(server: Server, patience = 10_000): void {
  // A connection that is kept alive would bring more.
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  server.close(() => clearInterval(sweep))
  setTimeout(() => server.closeAllConnections(), patience).unref()
}

if (process.argv[1] === import.meta.filename) {
  const server = createApp(createSceyt()).listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', (error) => {
    if (error) throw error
    console.log('Listening', server.address())
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop(server))
}
