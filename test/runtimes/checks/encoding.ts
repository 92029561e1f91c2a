import { where } from 'sceyt-platform'
import type { Check } from '../check.js'
import { describeFailure } from '../failure.js'
import { createClient, openScene } from '../scene.js'

export const encoding: readonly Check[] = [
  {
    name: 'a path segment is percent-encoded',
    expected: [
      '/users/username_new%2Auser',
      '/users/a%2Fb%3Fc%23d%26e%2Bf%20g%21%27%28%29%25',
      '/users/%D4%B2%E4%BD%A0%F0%9F%8E%89',
      '/users/~.-_',
    ],
    async run(site) {
      const { sceyt, seen } = openScene(site, ['ok'])
      for (const username of ['username_new*user', "a/b?c#d&e+f g!'()%", 'Բ你🎉', '~.-_'])
        await sceyt.users.get(username)
      return (await seen()).map(({ path }) => path)
    },
  },
  {
    name: 'a query is percent-encoded',
    expected: [
      '/channels?filter=subject%3Acontains%3Ait%27s%20%2A%23%26%2B%20%F0%9F%8E%89&filter=type%3Aeq%3Apublic&limit=2',
    ],
    async run(site) {
      const { sceyt, seen } = openScene(site, ['ok'])
      await sceyt.channels.list({
        filter: [where('subject', 'contains', "it's *#&+ 🎉"), where('type', 'eq', 'public')],
        limit: 2,
      })
      return (await seen()).map(({ path }) => path)
    },
  },
  {
    name: 'text in any script is returned unchanged',
    expected: {
      username: 'Բարեւ 你好 مرحبا 🎉*',
      first_name: '👩‍👩‍👧‍👦\u0000\u2028"\\',
      found: 'Բարեւ 你好 مرحبا 🎉*',
    },
    async run({ sandbox }) {
      const { users } = createClient(sandbox)
      const { username, first_name } = await users.create({
        username: 'Բարեւ 你好 مرحبا 🎉*',
        first_name: '👩‍👩‍👧‍👦\u0000\u2028"\\',
      })
      const found = await users.get(username)
      await users.delete(username)
      return { username, first_name: first_name ?? null, found: found.username }
    },
  },
  {
    name: 'a name that no URL can contain is rejected, and not sent',
    expected: {
      '': { error: 'InputError', parameter: 'username' },
      '.': { error: 'InputError', parameter: 'username' },
      '..': { error: 'InputError', parameter: 'username' },
      'a lone surrogate': { error: 'InputError', parameter: 'username' },
      seen: [],
    },
    async run(site) {
      const { sceyt, seen } = openScene(site, ['ok'])
      const rejection = (username: string) => describeFailure(sceyt.users.delete(username), 'parameter')
      return {
        '': await rejection(''),
        '.': await rejection('.'),
        '..': await rejection('..'),
        'a lone surrogate': await rejection('\ud83c'),
        seen: await seen(),
      }
    },
  },
]
