import { createSceyt, NotFoundError } from 'sceyt-platform'

export const runtime = 'edge'
export const dynamic = 'force-dynamic'

export async function GET() {
  const sceyt = createSceyt()
  const { username } = await sceyt.users.upsert({ username: 'zoe' })
  const missing = await sceyt.users.get('nobody').catch((error) => error instanceof NotFoundError)
  return Response.json({ username, missing, edge: typeof EdgeRuntime === 'string' })
}
