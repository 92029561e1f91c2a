import type { ApiError, Sceyt } from 'sceyt-platform'
import type { Check, Site } from '../check.js'
import { describeFailure } from '../failure.js'
import { openScene } from '../scene.js'

export const retries: readonly Check[] = [
  {
    name: 'a GET is retried after a 503',
    expected: { status: 200, attempts: 3, seen: 3 },
    async run(site) {
      const { sceyt, seen } = openScene(site, [503, 503, 'ok'])
      const { status, attempts } = await sceyt.users.get('zoe').withResponse()
      return { status, attempts, seen: (await seen()).length }
    },
  },
  {
    name: 'a GET waits for the Retry-After of a 429',
    expected: { status: 200, attempts: 2, waited: true, seen: 2 },
    async run(site) {
      const { sceyt, seen } = openScene(site, [429, 'ok'])
      const { status, attempts, duration } = await sceyt.users.get('zoe').withResponse()
      return { status, attempts, waited: duration > 990 && duration < 5000, seen: (await seen()).length }
    },
  },
  {
    name: 'a POST is not retried after a 503',
    expected: { error: 'ServerError', attempts: 1, seen: 1 },
    async run(site) {
      const { sceyt, seen } = openScene(site, [503, 'ok'])
      return {
        ...(await describeFailure(sceyt.users.create({ username: 'zoe' }), 'attempts')),
        seen: (await seen()).length,
      }
    },
  },
  {
    name: 'a POST is retried after a 429',
    expected: { status: 200, attempts: 2, seen: 2 },
    async run(site) {
      const { sceyt, seen } = openScene(site, [429, 'ok'])
      const { status, attempts } = await sceyt.users.create({ username: 'zoe' }).withResponse()
      return { status, attempts, seen: (await seen()).length }
    },
  },
  ...(
    [
      ['a POST', (sceyt) => sceyt.users.create({ username: 'zoe' })],
      ['a DELETE', (sceyt) => sceyt.users.delete('zoe')],
      ['an upload', (sceyt) => sceyt.files.upload(new File(['text'], 'name'))],
    ] as [string, (sceyt: Sceyt) => Promise<unknown>][]
  ).map(([what, send]) => ({
    name: `${what} is sent once, with its length, after a 421`,
    expected: { status: 421, chunked: [false] },
    async run(site: Site) {
      const { sceyt, seen } = openScene(site, [421, 'ok'])
      const status = await send(sceyt).then(
        () => 200,
        (error: ApiError) => error.status,
      )
      return { status, chunked: (await seen()).map(({ chunked }) => chunked) }
    },
  })),
]
