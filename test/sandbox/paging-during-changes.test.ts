import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Sceyt } from '../../src/index.js'
import { randomCases } from '../lib/random.js'
import { named, open } from './open.js'

/** A list, and the changes that can be made while it is read. */
interface TestList {
  list(limit: number): AsyncIterable<unknown>
  /** Returns the name of an item. */
  nameOf(item: unknown): string
  /** Adds an item at the end, and returns its name. */
  add(): Promise<string>
  delete(name: string): Promise<void>
  /** Changes an item, which must not move it. */
  change(name: string): Promise<unknown>
}

const keyed =
  <T>(key: keyof T) =>
  (item: unknown) =>
    String((item as T)[key])

const lists: Record<string, (sceyt: Sceyt) => Promise<TestList>> = {
  users: async (sceyt) => {
    let count = 0
    return {
      list: (limit) => sceyt.users.list({ limit }),
      nameOf: keyed<{ username: string }>('username'),
      add: async () => (await sceyt.users.create({ username: `user ${count++}` })).username,
      delete: async (username) => sceyt.users.delete(username),
      change: (username) => sceyt.users.update(username, { first_name: String(count) }),
    }
  },
  channels: async (sceyt) => ({
    list: (limit) => sceyt.channels.list({ limit }),
    nameOf: keyed<{ id: string }>('id'),
    add: async () => (await sceyt.channels.createPrivate({ subject: '' })).id,
    delete: async (id) => sceyt.channels.delete(id),
    change: (id) => sceyt.channels.update(id, { subject: 'changed' }),
  }),
  'filtered channels': async (sceyt) => ({
    list: (limit) => sceyt.channels.list({ limit, filter: ['type:eq:private', 'subject:begins:a'] }),
    nameOf: keyed<{ id: string }>('id'),
    add: async () => {
      await sceyt.channels.createPrivate({ subject: 'b' })
      return (await sceyt.channels.createPrivate({ subject: 'a' })).id
    },
    delete: async (id) => sceyt.channels.delete(id),
    change: (id) => sceyt.channels.update(id, { subject: 'a, changed' }),
  }),
  messages: async (sceyt) => {
    await sceyt.users.create({ username: 'zoe' })
    const { id: channel } = await sceyt.channels.createPrivate({ subject: '', owner: 'zoe' })
    return {
      list: (limit) => sceyt.messages.list(channel, { limit }),
      nameOf: keyed<{ id: string }>('id'),
      add: async () => (await sceyt.messages.send(channel, { from: 'zoe', body: '' })).id,
      delete: async (id) => sceyt.messages.delete(channel, id, { from: 'zoe' }),
      change: (id) => sceyt.messages.edit(channel, id, { from: 'zoe', body: 'changed' }),
    }
  },
  members: async (sceyt) => {
    await sceyt.roles.create({ name: 'Keeper' })
    const { id: channel } = await sceyt.channels.createPrivate({ subject: '' })
    let count = 0
    return {
      list: (limit) => sceyt.channels.members.list(channel, { limit }),
      nameOf: keyed<{ username: string }>('username'),
      add: async () => {
        const { username } = await sceyt.users.create({ username: `user ${count++}` })
        await sceyt.channels.members.add(channel, { members: named(username) })
        return username
      },
      delete: async (username) => void (await sceyt.channels.members.remove(channel, { members: [username] })),
      change: (username) => sceyt.channels.members.add(channel, { members: [{ username, role: 'Keeper' }] }),
    }
  },
}

type Step = { what: 'add' } | { what: 'delete' | 'change'; which: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ what: 'add' as const }),
  fc.record({ what: fc.constantFrom('delete' as const, 'delete' as const, 'change' as const), which: fc.nat(1000) }),
)

it.each(Object.keys(lists))(
  '%s: items that exist throughout are listed once, in order, and no item twice, whatever changes between pages',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 12 }),
        async (size, limit, turns) => {
          const tested = await (lists[name] as (sceyt: Sceyt) => Promise<TestList>)(open().sceyt)
          const present: string[] = []
          for (let index = 0; index < size; index++) present.push(await tested.add())
          const throughout = new Set(present)
          const ever = new Set(present)
          const seen: string[] = []
          let turn = 0
          for await (const item of tested.list(limit)) {
            seen.push(tested.nameOf(item))
            for (const { what, ...rest } of turns[turn++] ?? []) {
              const at = 'which' in rest ? rest.which % Math.max(1, present.length) : 0
              const target = present[at]
              if (what === 'add') {
                const added = await tested.add()
                present.push(added)
                ever.add(added)
              } else if (target !== undefined && what === 'delete') {
                await tested.delete(target)
                present.splice(at, 1)
                throughout.delete(target)
              } else if (target !== undefined) await tested.change(target)
            }
          }
          expect(new Set(seen).size).toBe(seen.length)
          expect(seen.filter((one) => throughout.has(one))).toEqual([...throughout])
          expect(seen.filter((one) => !ever.has(one))).toEqual([])
        },
      ),
      randomCases(20),
    )
  },
)
