// A route handler as the web knows it: app/api/messages/route.ts of Next.js, Deno.serve(POST), or Bun.serve({ fetch: POST }).
// The key stays on the server, what comes in is checked, and when the visitor leaves, the call ends.
import { createSceyt, type Sceyt } from 'sceyt-platform'
import { advise } from './handle-errors.js'

let sceyt: Sceyt | undefined

export async function POST(request: Request): Promise<Response> {
  // Set by the proxy that signs people in. Who writes is never taken from what they send.
  const from = request.headers.get('X-Auth-Request-User')
  if (!from) return answer(401, { error: 'Sign in first.' })
  const input = readInput(await request.json().catch(() => undefined))
  if (!input) return answer(400, { error: 'Send { "channel": "its id", "text": "1 to 2000 characters" }.' })

  // Not at the top: a build loads this file too, where there is no key.
  sceyt ??= createSceyt()
  try {
    const { id } = await sceyt.messages.send(input.channel, { from, body: input.text }, { signal: request.signal })
    return answer(201, { id })
  } catch (error) {
    const { status, say, repeat, wait } = advise(error, request.signal)
    if (status >= 500) console.error(error)
    return answer(status, { error: say, repeat }, wait)
  }
}

function readInput(given: unknown): { channel: string; text: string } | undefined {
  const { channel, text } = (given ?? {}) as Record<string, unknown>
  if (typeof channel !== 'string' || !/^\d{1,20}$/.test(channel) || typeof text !== 'string') return undefined
  const trimmed = text.trim()
  return trimmed.length >= 1 && trimmed.length <= 2000 ? { channel, text: trimmed } : undefined
}

function answer(status: number, body: object, wait?: number): Response {
  return Response.json(body, {
    status,
    headers: wait === undefined ? {} : { 'Retry-After': String(Math.ceil(wait / 1000)) },
  })
}
