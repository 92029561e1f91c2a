// A login endpoint: a user who is signed in to your app gets a token, valid for one hour, with which the page connects to the chat.
// The API key and the private key stay on the server. In the page: const { token } = await (await fetch('/login', { method: 'POST' })).json()
import { ApiError, createSceyt, type Sceyt } from 'sceyt-platform'
import { createUserToken, type UserToken } from 'sceyt-platform/token'
import { advise } from './handle-errors.js'

const hour = 60 * 60_000
let sceyt: Sceyt | undefined

export async function POST(request: Request): Promise<Response> {
  // Set by the proxy that signs users in. Never take the username from the body: anyone could get anyone's token.
  const username = request.headers.get('X-Auth-Request-User')
  if (!username) return respond(401, { error: 'Sign in first.' })

  // Not at the top level: a build loads this file too, without a key.
  sceyt ??= createSceyt()
  try {
    await ensureUser(sceyt, username, request.signal)
  } catch (error) {
    const { status, message, wait } = advise(error, request.signal)
    if (status >= 500) console.error(error)
    return respond(status, { error: message }, wait)
  }
  // Outside the try: if this fails, the private key is wrong, and this service is misconfigured.
  return respond(200, await signIn(username))
}

/** Creates the user of a first login. With `upsert`, since the same user may sign in twice at the same time. */
async function ensureUser(sceyt: Sceyt, username: string, signal: AbortSignal): Promise<void> {
  try {
    await sceyt.users.get(username, { signal })
  } catch (error) {
    if (!(error instanceof ApiError && error.reason === 'not-found')) throw error
    await sceyt.users.upsert({ username }, { signal })
  }
}

function signIn(username: string): Promise<UserToken> {
  // The PEM from the dashboard. In an environment variable, its line breaks may be written as \n.
  return createUserToken(username, { privateKey: process.env['SCEYT_PRIVATE_KEY'], expiresIn: hour })
}

function respond(status: number, body: object, wait?: number): Response {
  const headers = {
    'Cache-Control': 'no-store',
    ...(wait !== undefined && { 'Retry-After': String(Math.ceil(wait / 1000)) }),
  }
  return Response.json(body, { status, headers })
}
