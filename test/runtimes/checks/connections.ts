import type { Sceyt } from 'sceyt-platform'
import type { Check } from '../check.js'
import { describeFailure } from '../failure.js'
import { createClient, openScene } from '../scene.js'

const zoe = { username: 'zoe' }

export const connections: readonly Check[] = [
  {
    name: 'a GET that is refused is sent again, and told to be unsent',
    due: { error: 'ConnectionError', attempts: 2, unsent: true },
    run: ({ refused }) =>
      describeFailure(createClient(refused, { maxRetries: 1 }).users.get('zoe'), 'attempts', 'unsent'),
  },
  {
    name: 'a POST that is refused is sent again',
    due: { error: 'ConnectionError', attempts: 2, unsent: true },
    run: ({ refused }) =>
      describeFailure(createClient(refused, { maxRetries: 1 }).users.create(zoe), 'attempts', 'unsent'),
  },
  {
    name: 'a GET that is reset is sent again',
    due: { status: 200, attempts: 2, seen: 2 },
    async run(site) {
      const { sceyt, seen } = openScene(site, ['reset', 'ok'])
      const { status, attempts } = await sceyt.users.get('zoe').withResponse()
      return { status, attempts, seen: (await seen()).length }
    },
  },
  {
    name: 'a POST that is reset is sent once',
    due: { error: 'ConnectionError', attempts: 1, unsent: false, reused: [false] },
    async run(site) {
      const { sceyt, seen } = openScene(site, ['reset', 'ok'])
      return {
        ...(await describeFailure(sceyt.users.create(zoe), 'attempts', 'unsent')),
        reused: (await seen()).map(({ reused }) => reused),
      }
    },
  },
  keptPost('a POST that is reset on a kept connection is sent once', ({ users }) => users.create(zoe)),
  keptPost('a POST by way of a middleware, reset on a kept connection, is sent once', ({ raw, users }) => {
    raw.use({ onRequest: () => undefined })
    return users.create(zoe)
  }),
  keptPost('an upload that is reset on a kept connection is sent once', ({ files }) =>
    files.upload(new File(['text'], 'name')),
  ),
  {
    name: 'a POST whose answer breaks off is told to be accepted',
    due: { error: 'ResponseError', status: 200, accepted: true, incomplete: true, seen: 1 },
    async run(site) {
      const { sceyt, seen } = openScene(site, ['cut', 'ok'])
      return {
        ...(await describeFailure(sceyt.users.create(zoe), 'status', 'accepted', 'incomplete')),
        seen: (await seen()).length,
      }
    },
  },
  {
    name: 'a GET whose answer breaks off is sent again',
    due: { status: 200, attempts: 2, seen: 2 },
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
    due: { error: 'ConnectionError', attempts: 1, unsent: false, reused: [false, true] },
    async run(site) {
      // On an origin of its own, there is no other connection that could be taken.
      const hostile = await fetch(`${site.hostile}/another/origin`).then((answer) => answer.json() as Promise<string>)
      const { sceyt, seen } = openScene({ ...site, hostile }, ['kept', 'reset'])
      await sceyt.users.create(zoe)
      // It goes back to the pool in a later turn of the event loop.
      await new Promise((resolve) => setTimeout(resolve))
      return {
        ...(await describeFailure(send(sceyt), 'attempts', 'unsent')),
        reused: (await seen()).map(({ reused }) => reused),
      }
    },
  }
}
