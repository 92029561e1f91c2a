import { permissions } from '../../generated/permissions.js'
import type { OperationId } from '../../src/sandbox/described-operations.js'
import type { Seed } from '../../src/sandbox/index.js'

const channelId = '101437428530810880'
const unicodeName = 'username_new*user Զոյա 佐伊 🎉'
const hosts = 'Խմբավար 主持人 🛡️'
const base64 = (text: string) => Buffer.from(text).toString('base64')

const world: Seed = {
  application: { name: 'Readers', public_key: '-----BEGIN PUBLIC KEY-----' },
  roles: [
    { id: 7, name: 'Keeper', description: 'Keeps order', access: 1, priority: 40, permissions: [] },
    {
      id: 9,
      name: 'Usher',
      description: 'Shows the way',
      access: 3,
      priority: 20,
      permissions: [permissions['Send Message']],
    },
    { id: 10, name: 'Unused', description: 'No member has it', access: 1, priority: 10, permissions: [] },
    {
      id: 8,
      name: 'Warden',
      description: 'Wards off',
      access: 2,
      priority: 60,
      permissions: (['Send Message', 'Edit any Message', 'Delete any Message', 'Send Attachment Message'] as const).map(
        (name) => permissions[name],
      ),
    },
  ],
  users: [
    ...['zoe', 'omar', 'username_new*user', unicodeName, 'Զոյա', '佐伊', '佐伊 🎉', 'leo', 'mia'].map(
      (username, index) => ({
        username,
        first_name: `Զոյա ${username}`,
        last_name: `佐伊 ${username}`,
        avatar: `https://cdn.example.com/${index}.png`,
        created_at: `2020-12-0${index + 1}T07:00:00.000Z`,
        updated_at: `2020-12-1${index}T08:00:00.000Z`,
        last_login_at: `2020-12-2${index}T09:00:00.000Z`,
        presence_status: index % 2,
      }),
    ),
    { username: 'ana' },
    { username: 'old_user' },
    { username: 'shelf_bot' },
  ],
  channels: [
    {
      id: channelId,
      type: 'public',
      uri: 'of_the_examples',
      subject: 'Examples',
      label: 'hobby',
      metadata: '{"shelf":3}',
      avatar: 'https://cdn.example.com/examples.png',
      created_at: '2020-12-04T10:00:00.000Z',
      owner: 'zoe',
      members: [
        ...['zoe', 'omar', 'Զոյա', '佐伊 🎉'].map((username) => ({ username })),
        ...['username_new*user', unicodeName].map((username) => ({ username, role: 'Warden' })),
      ],
      blocked: ['佐伊', 'leo', 'ana'],
      messages: [
        {
          id: '101437428530810881',
          from: 'omar',
          body: 'Which chapter are we on?',
          type: 'text',
          metadata: '{"mood":"curious"}',
          attachments: [
            {
              name: 'Chapter 1',
              type: 'file',
              meta: '{"pages":12}',
              url: 'https://cdn.example.com/chapter-1.pdf',
              size: 9,
            },
            { url: 'https://cdn.example.com/chapter-2.pdf' },
          ],
        },
        { id: '101437428530810882', from: 'omar', body: 'Բարեւ ձեզ, 你好, مرحبا 🎉' },
        { id: '101437428530810883', from: 'omar', body: '' },
        { id: '101437428530810884', from: unicodeName, body: 'The second', type: 'link', metadata: '{}' },
      ],
    },
    {
      id: '101437428530810890',
      type: 'private',
      uri: 'quiet_14',
      subject: 'Quiet',
      label: 'work',
      metadata: '{"desk":1}',
      avatar: 'https://cdn.example.com/quiet.png',
      created_at: '2020-12-09T23:30:00.000Z',
      owner: 'omar',
      members: [
        { username: 'omar' },
        { username: 'leo', role: 'Usher' },
        { username: 'mia' },
        { username: '佐伊', role: 'Warden' },
      ],
      blocked: ['zoe', 'username_new*user'],
      messages: [
        {
          id: '101437428530810891',
          from: 'mia',
          body: 'Hush',
          attachments: [{ url: 'https://cdn.example.com/hush.pdf' }],
        },
        { id: '101437428530810892', from: 'leo', body: 'Whisper', type: 'voice' },
        // Of a higher priority than a Warden, who may change the others.
        { id: '101437428530810893', from: 'omar', body: 'The owner asks for silence' },
      ],
    },
    {
      id: '101437428530810900',
      type: 'direct',
      label: 'friends',
      metadata: '{"since":2020}',
      created_at: '2020-12-24T07:55:11.689Z',
      members: [{ username: 'zoe' }, { username: 'Զոյա' }],
      messages: [{ id: '101437428530810901', from: 'Զոյա', body: 'Only you' }],
    },
    { id: '101437428530810910', type: 'broadcast', subject: 'No members' },
    { id: '101437428530810940', type: 'private', subject: 'Old' },
  ],
  channelTypes: [{ name: 'old_type', discoverable: true }, { name: 'username_new*user հեռարձակում 广播 📣' }],
  files: [
    { name: 'hello.txt', content: base64('Hello from Zoe') },
    { name: 'old.txt', content: base64('Old') },
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
