import type { Check } from '../check.js'
import { describeFailure } from '../failure.js'
import { openScene } from '../scene.js'

export const retries: readonly Check[] = [
  {
    name: 'a GET is sent again after a 503',
    due: { status: 200, attempts: 3, seen: 3 },
    async run(site) {
      const { sceyt, seen } = openScene(site, [503, 503, 'ok'])
      const { status, attempts } = await sceyt.users.get('zoe').withResponse()
      return { status, attempts, seen: (await seen()).length }
    },
  },
  {
    name: 'a GET waits as long as a 429 asks for',
    due: { status: 200, attempts: 2, waited: true, seen: 2 },
    async run(site) {
      const { sceyt, seen } = openScene(site, [429, 'ok'])
      const { status, attempts, duration } = await sceyt.users.get('zoe').withResponse()
      return { status, attempts, waited: duration > 990 && duration < 5000, seen: (await seen()).length }
    },
  },
  {
    name: 'a POST is not sent again after a 503',
    due: { error: 'ServerError', attempts: 1, seen: 1 },
    async run(site) {
      const { sceyt, seen } = openScene(site, [503, 'ok'])
      return {
        ...(await describeFailure(sceyt.users.create({ username: 'zoe' }), 'attempts')),
        seen: (await seen()).length,
      }
    },
  },
  {
    name: 'a POST is sent again after a 429',
    due: { status: 200, attempts: 2, seen: 2 },
    async run(site) {
      const { sceyt, seen } = openScene(site, [429, 'ok'])
      const { status, attempts } = await sceyt.users.create({ username: 'zoe' }).withResponse()
      return { status, attempts, seen: (await seen()).length }
    },
  },
]
