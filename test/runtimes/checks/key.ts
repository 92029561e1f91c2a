import { apiKey, type Check } from '../check.js'
import { describeFailure, failureOf } from '../failure.js'
import { createClient, openScene } from '../scene.js'

export const key: readonly Check[] = [
  {
    name: 'the key is sent in Platform-Api-Key',
    expected: [{ method: 'GET', path: '/users/zoe', key: apiKey, reused: false, chunked: false }],
    async run(site) {
      const { sceyt, seen } = openScene(site, ['ok'])
      await sceyt.users.get('zoe')
      return seen()
    },
  },
  {
    name: 'a wrong key is an AuthenticationError',
    expected: { error: 'AuthenticationError', status: 401, attempts: 1 },
    run: ({ sandbox }) =>
      describeFailure(createClient(sandbox, { apiKey: 'another' }).users.get('zoe'), 'status', 'attempts'),
  },
  {
    name: 'a key that the server repeats is not in the error',
    expected: { redacted: true, shownBy: [] },
    async run(site) {
      const error = await failureOf(openScene(site, ['echo']).sceyt.users.get('zoe'))
      return { redacted: String(error).includes('Unknown key [redacted]'), shownBy: whatShows(error) }
    },
  },
  {
    name: 'the key is not in the client',
    expected: [],
    run: async ({ sandbox }) => whatShows(createClient(sandbox)),
  },
  {
    name: 'a client can be created without allowBrowser',
    expected: 'created',
    async run({ sandbox }) {
      try {
        createClient(sandbox, { allowBrowser: undefined })
        return 'created'
      } catch (error) {
        const { name, parameter } = error as { name: string; parameter?: string }
        return `${name} ${parameter}`
      }
    },
  },
]

type Inspect = (value: unknown, options: object) => string

/** Returns the ways to print a value that show the key. */
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
