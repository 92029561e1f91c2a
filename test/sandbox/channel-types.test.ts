import { expect, it } from 'vitest'
import { ConflictError, NotFoundError } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox, SeedError } from '../../src/sandbox/index.js'
import { open } from './open.js'

it('keeps a channel type as it was created, with whatever fields it has', async () => {
  const { sceyt, sandbox } = open()
  const type = { name: 'Հեռարձակում 广播 📣', discoverable: true, roleOverrides: { Owner: [1] }, anything: ['else'] }
  expect(await sceyt.channelTypes.create(type)).toEqual(type)
  expect(sandbox.snapshot().apps['sandbox']?.channelTypes).toEqual([type])
})

it('refuses a name that is taken, and forgets what was deleted', async () => {
  const { sceyt } = open({ seed: { channelTypes: [{ name: 'group' }] } })
  await expect(sceyt.channelTypes.create({ name: 'group' })).rejects.toThrow(ConflictError)
  await sceyt.channelTypes.delete('group')
  await expect(sceyt.channelTypes.delete('group')).rejects.toThrow(NotFoundError)
  await expect(sceyt.channelTypes.create({ name: 'group' })).resolves.toMatchObject({ name: 'group' })
})

it('refuses what is nested too deep to be written', async () => {
  const { ask } = open()
  const nested = (levels: number) => `{"name":"deep","anything":${'['.repeat(levels)}${']'.repeat(levels)}}`
  const post = (body: string) => ask('/channel-types', { method: 'POST', body })
  expect((await post(nested(100))).body.message).toBe('It must not be nested more than 100 levels deep.')
  expect((await post(nested(50_000))).status).toBe(422)
  expect((await post(nested(99))).status).toBe(200)
})

it("the demo holds the one of the document's example", async () => {
  const { sceyt } = open({ seed: demo })
  await expect(sceyt.channelTypes.create({ name: 'broadcast' })).rejects.toMatchObject({ reason: 'already-exists' })
})

it('a seed with one that is nested too deep is refused as a seed', () => {
  const inner: unknown = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
  expect(() => createSandbox({ seed: { channelTypes: [{ name: 'deep', inner }] } })).toThrow(SeedError)
})
