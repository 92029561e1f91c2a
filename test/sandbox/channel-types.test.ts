import { expect, it } from 'vitest'
import { ConflictError, NotFoundError } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox, SeedError } from '../../src/sandbox/index.js'
import { open } from './open.js'

it('stores a channel type with all the fields that it was created with', async () => {
  const { sceyt, sandbox } = open()
  const type = { name: 'Հեռարձակում 广播 📣', discoverable: true, roleOverrides: { Owner: [1] }, anything: ['else'] }
  expect(await sceyt.channelTypes.create(type)).toEqual(type)
  expect(sandbox.snapshot().apps['sandbox']?.channelTypes).toEqual([type])
})

it('rejects a name that is taken, until the channel type is deleted', async () => {
  const { sceyt } = open({ seed: { channelTypes: [{ name: 'group' }] } })
  await expect(sceyt.channelTypes.create({ name: 'group' })).rejects.toThrow(ConflictError)
  await sceyt.channelTypes.delete('group')
  await expect(sceyt.channelTypes.delete('group')).rejects.toThrow(NotFoundError)
  await expect(sceyt.channelTypes.create({ name: 'group' })).resolves.toMatchObject({ name: 'group' })
})

it('rejects a channel type that is nested too deep', async () => {
  const { ask } = open()
  const nested = (levels: number) => `{"name":"deep","anything":${'['.repeat(levels)}${']'.repeat(levels)}}`
  const post = (body: string) => ask('/channel-types', { method: 'POST', body })
  expect((await post(nested(100))).body.message).toBe('A channel type must not be nested more than 100 levels deep.')
  expect((await post(nested(50_000))).status).toBe(422)
  expect((await post(nested(99))).status).toBe(200)
})

it("the demo has the channel type of the document's example", async () => {
  const { sceyt } = open({ seed: demo })
  await expect(sceyt.channelTypes.create({ name: 'old_type' })).rejects.toMatchObject({ reason: 'already-exists' })
})

it('a seed with a channel type that is nested too deep is a SeedError', () => {
  const inner: unknown = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
  expect(() => createSandbox({ seed: { channelTypes: [{ name: 'deep', inner }] } })).toThrow(SeedError)
})
