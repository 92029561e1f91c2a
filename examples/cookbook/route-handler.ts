// A route handler on Request and Response: app/api/messages/route.ts in Next.js, Deno.serve(POST), or Bun.serve({ fetch: POST }).
// The key stays on the server, the input is checked, and when the visitor disconnects, the call is aborted.
import { createSceyt, type Sceyt } from 'sceyt-platform'
import { advise } from './handle-errors.js'

let sceyt: Sceyt | undefined

export async function POST(request: Request): Promise<Response> {
  // Set by the proxy that signs users in. Never take the sender from the body.
  const from = request.headers.get('X-Auth-Request-User')
  if (!from) return respond(401, { error: 'Sign in first.' })
  const input = readInput(await request.json().catch(() => undefined))
  if (!input) return respond(400, { error: 'Send { "channel": "its id", "text": "1 to 2000 characters" }.' })

  // Not at the top level: a build loads this file too, without a key.
  sceyt ??= createSceyt()
  try {
    const { id } = await sceyt.messages.send(input.channel, { from, body: input.text }, { signal: request.signal })
    return respond(201, { id })
  } catch (error) {
    const { status, message, retry, wait } = advise(error, request.signal)
    if (status >= 500) console.error(error)
    return respond(status, { error: message, retry }, wait)
  }
}

function readInput(json: unknown): { channel: string; text: string } | undefined {
  const { channel, text } = (json ?? {}) as Record<string, unknown>
  if (typeof channel !== 'string' || !/^\d{1,20}$/.test(channel) || typeof text !== 'string') return undefined
  const trimmed = text.trim()
  return trimmed.length >= 1 && trimmed.length <= 2000 ? { channel, text: trimmed } : undefined
}

function respond(status: number, body: object, wait?: number): Response {
  return Response.json(body, {
    status,
    headers: wait === undefined ? {} : { 'Retry-After': String(Math.ceil(wait / 1000)) },
  })
}
