import type { Check } from '../check.js'
import { describeFailure } from '../failure.js'
import { createClient, openScene } from '../scene.js'

export const responses: readonly Check[] = [
  {
    name: 'a raw call returns data, or an error as a value',
    expected: { found: 'zoe', missing: { type: 'NotFound', status: 404 } },
    async run({ sandbox }) {
      const { raw, users } = createClient(sandbox)
      await users.create({ username: 'zoe' })
      const get = (username: string) => raw.GET('/users/{username}', { params: { path: { username } } })
      const [found, missing] = [await get('zoe'), await get('nobody')]
      await users.delete('zoe')
      return {
        found: found.data?.username ?? null,
        missing: { type: missing.error?.type ?? null, status: missing.response.status },
      }
    },
  },
  {
    name: 'withResponse() returns details of the response',
    expected: { data: 'zoe', status: 200, ok: true, requestId: 'request-1', remaining: 7, attempts: 2, timed: true },
    async run(site) {
      const { sceyt } = openScene(site, [503, 'ok'])
      const { data, status, response, requestId, rateLimit, attempts, duration } = await sceyt.users
        .get('zoe')
        .withResponse()
      return {
        data: data.username,
        status,
        ok: response.ok,
        requestId: requestId ?? null,
        remaining: rateLimit?.remaining ?? null,
        attempts,
        timed: duration > 0,
      }
    },
  },
  {
    name: 'a compressed response is read',
    expected: { username: 'zoe' },
    run: async (site) => ({ ...(await openScene(site, ['gzip']).sceyt.users.get('zoe')) }),
  },
  {
    name: 'an HTML page is not a success',
    expected: { error: 'ResponseError', status: 200, accepted: false },
    run: (site) => describeFailure(openScene(site, ['html']).sceyt.users.get('zoe'), 'status', 'accepted'),
  },
]
