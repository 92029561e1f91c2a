// A login endpoint: a user who has signed in to your app gets a token of one hour, with which the page connects to the chat.
// The API key and the private key stay on the server. In the page: const { token } = await (await fetch('/login', { method: 'POST' })).json()
import { ApiError, createSceyt, type Sceyt } from 'sceyt-platform'
import { createUserToken, type UserToken } from 'sceyt-platform/token'
import { advise } from './handle-errors.js'

const hour = 60 * 60_000
let sceyt: Sceyt | undefined

export async function POST(request: Request): Promise<Response> {
  // Set by the proxy that signs people in. The username never comes from the body, or anyone could be anyone.
  const username = request.headers.get('X-Auth-Request-User')
  if (!username) return respond(401, { error: 'Sign in first.' })

  // Not at the top: a build loads this file too, where there is no key.
  sceyt ??= createSceyt()
  try {
    await ensureUser(sceyt, username, request.signal)
  } catch (error) {
    const { status, say, wait } = advise(error, request.signal)
    if (status >= 500) console.error(error)
    return respond(status, { error: say }, wait)
  }
  // Outside of the try: what fails here is the key, and so the setup of this service.
  return respond(200, await signIn(username))
}

/** A token for a user who does not exist would be useless. An upsert, since the same user may sign in twice at once. */
async function ensureUser(sceyt: Sceyt, username: string, signal: AbortSignal): Promise<void> {
  try {
    await sceyt.users.get(username, { signal })
  } catch (error) {
    if (!(error instanceof ApiError && error.reason === 'not-found')) throw error
    await sceyt.users.upsert({ username }, { signal })
  }
}

function signIn(username: string): Promise<UserToken> {
  // The PEM from the dashboard. An environment variable may have \n in place of its line ends.
  return createUserToken(username, { privateKey: process.env['SCEYT_PRIVATE_KEY'] ?? '', expiresIn: hour })
}

function respond(status: number, body: object, wait?: number): Response {
  const headers = {
    'Cache-Control': 'no-store',
    ...(wait !== undefined && { 'Retry-After': String(Math.ceil(wait / 1000)) }),
  }
  return Response.json(body, { status, headers })
}
