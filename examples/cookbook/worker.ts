// A module Worker that lists channels: GET /?subject=book. Host, application and key are bindings, and the key is a secret.
import { createSceyt, type Sceyt, where } from 'sceyt-platform'
import { advise } from './handle-errors.js'

interface Env {
  SCEYT_API_URL: string
  SCEYT_APP_ID: string
  SCEYT_API_KEY: string
}

export async function findChannels(
  sceyt: Sceyt,
  subject: string | null,
  signal?: AbortSignal,
): Promise<{ id: string; subject: string | undefined }[]> {
  const filter = [where('type', 'eq', 'public'), ...(subject ? [where('subject', 'contains', subject)] : [])]
  const { items } = await sceyt.channels.list({ filter, limit: 20 }, { signal })
  return items.map(({ id, subject }) => ({ id, subject }))
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    // One client per request: in a Worker, a request cannot wait in a queue behind another.
    const sceyt = createSceyt({ apiUrl: env.SCEYT_API_URL, appId: env.SCEYT_APP_ID, apiKey: env.SCEYT_API_KEY })
    if (request.method !== 'GET')
      return Response.json({ error: 'Use GET.' }, { status: 405, headers: { Allow: 'GET' } })
    try {
      return Response.json(await findChannels(sceyt, new URL(request.url).searchParams.get('subject'), request.signal))
    } catch (error) {
      const { status, message } = advise(error, request.signal)
      if (status >= 500) console.error(error)
      return Response.json({ error: message }, { status })
    }
  },
}
