import { permissions } from '../../generated/rules.js'
import type { Seed } from '../../src/sandbox/index.js'
import type { OperationId } from '../../src/sandbox/operation-id.js'

const channelId = '101437428530810880'
const unicodeName = 'username_new*user Զոյա 佐伊 🎉'
const hosts = 'Խմբավար 主持人 🛡️'
const base64 = (text: string) => Buffer.from(text).toString('base64')

const world: Seed = {
  application: { name: 'Readers', public_key: '-----BEGIN PUBLIC KEY-----' },
  roles: [
    { id: 7, name: 'Keeper', priority: 40, permissions: [] },
    {
      id: 8,
      name: 'Warden',
      priority: 60,
      permissions: (['Send Message', 'Edit any Message', 'Delete any Message', 'Send Attachment Message'] as const).map(
        (name) => permissions[name],
      ),
    },
  ],
  users: ['zoe', 'omar', 'username_new*user', unicodeName, 'Զոյա', '佐伊', '佐伊 🎉'].map((username) => ({
    username,
    first_name: 'Զոյա 佐伊',
  })),
  channels: [
    {
      id: channelId,
      type: 'public',
      uri: 'of_the_examples',
      subject: 'Examples',
      owner: 'zoe',
      members: [
        ...['zoe', 'omar', 'Զոյա', '佐伊 🎉'].map((username) => ({ username })),
        ...['username_new*user', unicodeName].map((username) => ({ username, role: 'Warden' })),
      ],
      blocked: ['佐伊'],
      messages: [
        {
          id: '101437428530810881',
          from: 'omar',
          body: 'Which chapter are we on?',
          attachments: [{ url: 'https://cdn.example.com/chapter-1.pdf' }],
        },
        { from: 'zoe', body: 'Բարեւ ձեզ, 你好, مرحبا 🎉' },
        { from: 'omar', body: '' },
      ],
    },
    { type: 'private', subject: 'Quiet', owner: 'omar' },
    { type: 'direct', members: [{ username: 'zoe' }, { username: 'Զոյա' }] },
  ],
  channelTypes: [{ name: 'broadcast' }, { name: 'username_new*user հեռարձակում 广播 📣' }],
  files: [
    { name: 'hello.txt', content: base64('Hello from Zoe') },
    { name: 'username_new*user Բարեւ 你好 🎉.txt', content: base64('Hello from username_new*user, Բարեւ 你好 🎉') },
  ],
}

const exceptions: Partial<Record<OperationId, Seed>> = {
  createUser: {},
  createChannelType: {},
  addChannelMembers: { ...world, roles: [...(world.roles ?? []), { name: hosts, priority: 60 }] },
}

/** Returns a seed with which the examples of an operation can succeed. */
export function worldOf(id: string): Seed {
  return exceptions[id as OperationId] ?? world
}
