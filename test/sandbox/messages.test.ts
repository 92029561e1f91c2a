import { expect, it } from 'vitest'
import { permissions } from '../../generated/permissions.js'
import { NotFoundError, PermissionDeniedError } from '../../src/index.js'
import { named, type Opened, open, post } from './open.js'

/** Zoe is the owner, Omar and Ann are Participants. Max and Mia may change messages of others, but the Chief has a higher priority. Guests may only read. */
async function openChannel(): Promise<Opened & { id: string }> {
  const any = (['Send Message', 'Edit any Message', 'Delete any Message'] as const).map((name) => permissions[name])
  const opened = open({
    seed: {
      users: named('zoe', 'omar', 'ann', 'max', 'mia', 'chief', 'guest', 'eva'),
      roles: [
        { name: 'Moderator', priority: 40, permissions: any },
        { name: 'Chief', priority: 60, permissions: [permissions['Send Message']] },
        { name: 'Guest', priority: 1, permissions: [] },
      ],
      channels: [
        {
          type: 'public',
          owner: 'zoe',
          members: [
            ...named('omar', 'ann'),
            { username: 'max', role: 'Moderator' },
            { username: 'mia', role: 'Moderator' },
            { username: 'chief', role: 'Chief' },
            { username: 'guest', role: 'Guest' },
          ],
        },
      ],
    },
  })
  const [{ id } = { id: '' }] = (await opened.sceyt.channels.list()).items
  return { ...opened, id }
}

it('stores a message as it was sent', async () => {
  const { sceyt, id } = await openChannel()
  const sent = {
    from: 'omar',
    body: 'Բարեւ ձեզ,\n你好, مرحبا 🎉 \u0000',
    type: 'text',
    metadata: '{"mood":"🎉"}',
    attachments: [
      { name: 'Գլուխ 第一章 📖.pdf', type: 'file', meta: '{}', url: 'https://cdn.example.com/1.pdf', size: 0 },
    ],
  }
  const made = await sceyt.messages.send(id, sent)
  expect(made).toEqual({ ...sent, id: expect.stringMatching(/^\d{18,19}$/) })
  expect((await sceyt.messages.list(id)).messages).toEqual([made])
  expect((await sceyt.messages.send(id, { from: 'omar', body: '' })).attachments).toEqual([])
})

it('gives messages increasing ids, even at the same time or with the clock set back', async () => {
  const { sandbox, sceyt, id } = await openChannel()
  sandbox.clock.set('2030-01-01T00:00:00Z')
  const sent = await Promise.all(
    Array.from({ length: 20 }, (_item, index) => sceyt.messages.send(id, { from: 'zoe', body: String(index) })),
  )
  sandbox.clock.set('2020-03-01T00:00:00Z')
  sent.push(await sceyt.messages.send(id, { from: 'zoe', body: '20' }))
  const ids = sent.map((message) => BigInt(message.id))
  expect(ids.every((one, index) => index === 0 || one > (ids[index - 1] ?? 0n))).toBe(true)
  expect((await sceyt.messages.list(id)).messages.map(({ body }) => Number(body))).toEqual(
    sent.map((_message, index) => index),
  )
})

it('gives higher ids than those in a seed', async () => {
  const far = '8000000000000000000'
  const channel = { type: 'public' as const, owner: 'zoe', messages: [{ id: far, from: 'zoe', body: 'Far' }] }
  const { sceyt } = open({ seed: { users: named('zoe'), channels: [channel] } })
  const [{ id } = { id: '' }] = (await sceyt.channels.list()).items
  expect((await sceyt.messages.send(id, { from: 'zoe', body: 'Next' })).id).toBe('8000000000000000001')
})

it('ignores an id in the request', async () => {
  const { ask, id } = await openChannel()
  expect((await ask(`/channels/${id}/messages`, post({ from: 'zoe', body: 'x', id: '5' }))).body['id']).not.toBe('5')
})

it('keeps the last message of the channel up to date', async () => {
  const { sceyt, id } = await openChannel()
  const last = async () => (await sceyt.channels.get(id)).last_message
  expect(await last()).toBeNull()
  const first = await sceyt.messages.send(id, { from: 'omar', body: 'First' })
  const second = await sceyt.messages.send(id, { from: 'ann', body: 'Second' })
  expect(await last()).toEqual({ id: second.id, from: 'ann', body: 'Second' })
  await sceyt.messages.edit(id, second.id, { from: 'ann', body: 'Changed' })
  expect(await last()).toEqual({ id: second.id, from: 'ann', body: 'Changed' })
  await sceyt.messages.delete(id, second.id, { from: 'ann' })
  expect(await last()).toEqual({ id: first.id, from: 'omar', body: 'First' })
  await sceyt.messages.delete(id, first.id, { from: 'omar' })
  expect(await last()).toBeNull()
})

it.each([
  ['eva', 'is not a member'],
  ['guest', 'The role "Guest" of "guest" does not have the permission Send Message'],
])('does not permit %s to send', async (from, message) => {
  const { sceyt, id } = await openChannel()
  await expect(sceyt.messages.send(id, { from, body: 'Hello' })).rejects.toThrow(message)
  await expect(sceyt.messages.send(id, { from, body: 'Hello' })).rejects.toThrow(PermissionDeniedError)
  expect((await sceyt.messages.list(id)).count).toBe(0)
})

it('requires a separate permission for attachments', async () => {
  const { sceyt, id } = await openChannel()
  await expect(
    sceyt.messages.send(id, { from: 'chief', body: 'x', attachments: [{ url: 'https://cdn.example.com/1.pdf' }] }),
  ).rejects.toThrow('Send Attachment Message')
  await expect(sceyt.messages.send(id, { from: 'chief', body: 'x', attachments: [] })).resolves.toBeDefined()
})

it.each([
  ['omar', 'omar', true],
  ['ann', 'omar', false],
  ['max', 'omar', true],
  ['max', 'mia', true],
  ['max', 'chief', false],
  ['zoe', 'chief', true],
  ['chief', 'chief', false],
  ['eva', 'omar', false],
])('may %s edit and delete a message of %s: %s', async (from, author, permitted) => {
  const { sceyt, id } = await openChannel()
  const message = await sceyt.messages.send(id, { from: author, body: 'Before' })
  const edit = sceyt.messages.edit(id, message.id, { from, body: 'After' })
  if (permitted) expect(await edit).toEqual({ ...message, body: 'After' })
  else await expect(edit).rejects.toThrow(PermissionDeniedError)
  const remove = sceyt.messages.delete(id, message.id, { from })
  if (permitted) await remove
  else await expect(remove).rejects.toThrow(PermissionDeniedError)
  expect((await sceyt.messages.list(id)).messages).toEqual(permitted ? [] : [message])
})

it('finds a message in its own channel only', async () => {
  const { sceyt, id } = await openChannel()
  const other = await sceyt.channels.createPrivate({ subject: 'Other', owner: 'zoe' })
  const message = await sceyt.messages.send(id, { from: 'zoe', body: 'Hello' })
  await expect(sceyt.messages.edit(other.id, message.id, { from: 'zoe', body: 'x' })).rejects.toThrow(NotFoundError)
  await expect(sceyt.messages.delete(other.id, message.id, { from: 'zoe' })).rejects.toThrow(NotFoundError)
  await expect(sceyt.messages.edit(id, '1', { from: 'zoe', body: 'x' })).rejects.toThrow(NotFoundError)
})

it('deletes the attachments of a message, and keeps the message', async () => {
  const { sceyt, id } = await openChannel()
  const message = await sceyt.messages.send(id, {
    from: 'zoe',
    body: 'Look',
    attachments: [{ url: 'https://cdn.example.com/1.pdf' }],
  })
  await sceyt.messages.deleteAttachments(message.id)
  expect((await sceyt.messages.list(id)).messages).toEqual([{ ...message, attachments: [] }])
  await expect(sceyt.messages.deleteAttachments('1')).rejects.toThrow(NotFoundError)
})

it('lets an author change a message with the permission for any message alone', async () => {
  const { sceyt, id } = await openChannel()
  const role = await sceyt.roles.create({ name: 'Writer', permissions: [7, 9, 11] })
  await sceyt.channels.members.add(id, { members: [{ username: 'omar', role: role.name }] })
  const message = await sceyt.messages.send(id, { from: 'omar', body: 'Before' })
  const editAny = 9
  expect(role.permissions).toContain(editAny)
  expect(await sceyt.messages.edit(id, message.id, { from: 'omar', body: 'After' })).toMatchObject({ body: 'After' })
})
