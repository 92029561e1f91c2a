import type { Sceyt } from 'sceyt-platform'
import type { Check } from '../check.js'
import { describeFailure } from '../failure.js'
import { createClient, openScene } from '../scene.js'

const zoe = { username: 'zoe' }

export const connections: readonly Check[] = [
  {
    name: 'a GET on a refused connection is retried, and reported as unsent',
    expected: { error: 'ConnectionError', attempts: 2, unsent: true },
    run: ({ refused }) =>
      describeFailure(createClient(refused, { maxRetries: 1 }).users.get('zoe'), 'attempts', 'unsent'),
  },
  {
    name: 'a POST on a refused connection is retried',
    expected: { error: 'ConnectionError', attempts: 2, unsent: true },
    run: ({ refused }) =>
      describeFailure(createClient(refused, { maxRetries: 1 }).users.create(zoe), 'attempts', 'unsent'),
  },
  {
    name: 'a GET that is reset is retried',
    expected: { status: 200, attempts: 2, seen: 2 },
    async run(site) {
      const { sceyt, seen } = openScene(site, ['reset', 'ok'])
      const { status, attempts } = await sceyt.users.get('zoe').withResponse()
      return { status, attempts, seen: (await seen()).length }
    },
  },
  {
    name: 'a POST that is reset is sent once',
    expected: { error: 'ConnectionError', attempts: 1, unsent: false, reused: [false] },
    async run(site) {
      const { sceyt, seen } = openScene(site, ['reset', 'ok'])
      return {
        ...(await describeFailure(sceyt.users.create(zoe), 'attempts', 'unsent')),
        reused: (await seen()).map(({ reused }) => reused),
      }
    },
  },
  keptPost('a POST that is reset on a kept-alive connection is sent once', ({ users }) => users.create(zoe)),
  keptPost('a POST through a middleware, reset on a kept-alive connection, is sent once', ({ raw, users }) => {
    raw.use({ onRequest: () => undefined })
    return users.create(zoe)
  }),
  keptPost('an upload that is reset on a kept-alive connection is sent once', ({ files }) =>
    files.upload(new File(['text'], 'name')),
  ),
  {
    name: 'a POST whose response breaks off is reported as accepted',
    expected: { error: 'ResponseError', status: 200, accepted: true, incomplete: true, seen: 1 },
    async run(site) {
      const { sceyt, seen } = openScene(site, ['cut', 'ok'])
      return {
        ...(await describeFailure(sceyt.users.create(zoe), 'status', 'accepted', 'incomplete')),
        seen: (await seen()).length,
      }
    },
  },
  {
    name: 'a GET whose response breaks off is retried',
    expected: { status: 200, attempts: 2, seen: 2 },
    async run(site) {
      const { sceyt, seen } = openScene(site, ['cut', 'ok'])
      const { status, attempts } = await sceyt.users.get('zoe').withResponse()
      return { status, attempts, seen: (await seen()).length }
    },
  },
]

function keptPost(name: string, send: (sceyt: Sceyt) => Promise<unknown>): Check {
  return {
    name,
    expected: { error: 'ConnectionError', attempts: 1, unsent: false, reused: [false, true] },
    async run(site) {
      // A separate origin, so that no other connection can be reused.
      const hostile = await fetch(`${site.hostile}/another/origin`).then(
        (response) => response.json() as Promise<string>,
      )
      const { sceyt, seen } = openScene({ ...site, hostile }, ['kept', 'reset'])
      await sceyt.users.create(zoe)
      // The connection returns to the pool in a later turn of the event loop.
      await new Promise((resolve) => setTimeout(resolve))
      return {
        ...(await describeFailure(send(sceyt), 'attempts', 'unsent')),
        reused: (await seen()).map(({ reused }) => reused),
      }
    },
  }
}
