// A login endpoint: a user who has signed in to your app gets a token of one hour, with which the page connects to the chat.
// The API key and the private key stay on the server. In the page: const { token } = await (await fetch('/login', { method: 'POST' })).json()
import { ConflictError, createSceyt, NotFoundError, type Sceyt } from 'sceyt-platform'
import { createUserToken, type UserToken } from 'sceyt-platform/token'
import { advise } from './handle-errors.js'

const hour = 60 * 60_000
let sceyt: Sceyt | undefined

export async function POST(request: Request): Promise<Response> {
  // Set by the proxy that signs people in. Whose token it is never comes from the body, or anyone could be anyone.
  const username = request.headers.get('X-Auth-Request-User')
  if (!username) return answer(401, { error: 'Sign in first.' })

  // Not at the top: a build loads this file too, where there is no key.
  sceyt ??= createSceyt()
  try {
    await ensureUser(sceyt, username, request.signal)
  } catch (error) {
    const { status, say, wait } = advise(error, request.signal)
    if (status >= 500) console.error(error)
    return answer(status, { error: say }, wait)
  }
  // Outside of the try: what fails here is the key, and so the setup of this service.
  return answer(200, await signIn(username))
}

/** A token for somebody whom the chat does not know would be of no use. */
async function ensureUser(sceyt: Sceyt, username: string, signal: AbortSignal): Promise<void> {
  try {
    await sceyt.users.get(username, { signal })
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
    await sceyt.users.create({ username }, { signal }).catch((problem: unknown) => {
      // Signed in twice at once, and the other one was first.
      if (!(problem instanceof ConflictError)) throw problem
    })
  }
}

function signIn(username: string): Promise<UserToken> {
  // The PEM from the dashboard. An environment variable may have \n in place of its line ends.
  return createUserToken(username, { privateKey: process.env['SCEYT_PRIVATE_KEY'] ?? '', expiresIn: hour })
}

function answer(status: number, body: object, wait?: number): Response {
  const headers = { 'Cache-Control': 'no-store', ...(wait !== undefined && { 'Retry-After': String(Math.ceil(wait / 1000)) }) }
  return Response.json(body, { status, headers })
}
