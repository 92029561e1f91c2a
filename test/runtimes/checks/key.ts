import { apiKey, type Check } from '../check.js'
import { describeFailure, failureOf } from '../failure.js'
import { createClient, openScene } from '../scene.js'

export const key: readonly Check[] = [
  {
    name: 'the key travels in Platform-Api-Key',
    due: [{ method: 'GET', path: '/users/zoe', key: apiKey, reused: false }],
    async run(site) {
      const { sceyt, seen } = openScene(site, ['ok'])
      await sceyt.users.get('zoe')
      return seen()
    },
  },
  {
    name: 'a wrong key is an AuthenticationError',
    due: { error: 'AuthenticationError', status: 401, attempts: 1 },
    run: ({ sandbox }) =>
      describeFailure(createClient(sandbox, { apiKey: 'another' }).users.get('zoe'), 'status', 'attempts'),
  },
  {
    name: 'a key that the server repeats is not in the error',
    due: { struckOut: true, shownBy: [] },
    async run(site) {
      const error = await failureOf(openScene(site, ['echo']).sceyt.users.get('zoe'))
      return { struckOut: String(error).includes('Unknown key [redacted]'), shownBy: whatShows(error) }
    },
  },
  {
    name: 'the key is not in the client',
    due: [],
    run: async ({ sandbox }) => whatShows(createClient(sandbox)),
  },
  {
    name: 'a client is made without allowBrowser',
    due: 'made',
    async run({ sandbox }) {
      try {
        createClient(sandbox, { allowBrowser: undefined })
        return 'made'
      } catch (error) {
        const { name, parameter } = error as { name: string; parameter?: string }
        return `${name} ${parameter}`
      }
    },
  },
]

type Inspect = (value: unknown, options: object) => string

/** By which ways to write a value its key can be read. */
function whatShows(value: unknown): string[] {
  const { Deno, Bun } = globalThis as { Deno?: { inspect: Inspect }; Bun?: { inspect: Inspect } }
  const inspect = globalThis.process?.getBuiltinModule?.('node:util')?.inspect
  const all = { depth: 10, showHidden: true }
  const ways: Record<string, string | undefined> = {
    'String()': String(value),
    'JSON.stringify()': JSON.stringify(value),
    stack: (value as Partial<Error>).stack,
    'util.inspect()': inspect?.(value, all),
    'Deno.inspect()': Deno?.inspect(value, all),
    'Bun.inspect()': Bun?.inspect(value, all),
  }
  return Object.keys(ways).filter((way) => ways[way]?.includes(apiKey))
}
