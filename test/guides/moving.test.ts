import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { compileCommand } from '../lib/command.js'
import { runCommand } from '../lib/run-command.js'
import { createProject, problemsIn } from '../samples/compile.js'
import { root } from '../samples/examples.js'

/** Lines as the first program of each guide writes them. */
const lines = {
  stream: [
    { user: { id: 'zoe', name: 'Zoe', image: 'https://cdn.example.com/zoe.png' } },
    { user: { id: 'omar', name: 'Omar' } },
    { user: { id: 'ani' } },
    {
      channel: { cid: 'messaging:books', id: 'books', type: 'messaging', name: 'Book club', created_by: { id: 'zoe' } },
      members: [{ user_id: 'zoe' }, { user_id: 'omar' }, { user_id: 'ani' }],
      messages: [
        message('m1', 'regular', 'zoe', 'Barev 📚', [
          { type: 'file', title: 'Chapter 1.pdf', asset_url: 'https://cdn.example.com/1.pdf' },
        ]),
        message('m2', 'reply', 'omar', ''),
        message('m3', 'deleted', 'omar', 'gone'),
        message('m4', 'system', 'ani', 'ani joined'),
      ],
    },
    {
      channel: {
        cid: 'livestream:launch',
        id: 'launch',
        type: 'livestream',
        name: 'Launch',
        created_by: { id: 'root' },
      },
      members: [{ user_id: 'ani' }],
      messages: [],
    },
    {
      channel: { cid: 'messaging:!members-a1', id: '!members-a1', type: 'messaging', created_by: { id: 'zoe' } },
      members: [{ user_id: 'zoe' }, { user_id: 'omar' }],
      messages: [message('m5', 'regular', 'omar', 'Hi')],
    },
  ],
  sendbird: [
    { user: { user_id: 'zoe', nickname: 'Zoe', profile_url: 'https://cdn.example.com/zoe.png' } },
    { user: { user_id: 'omar', nickname: 'Omar', profile_url: '' } },
    { user: { user_id: 'ani', nickname: '', profile_url: '' } },
    {
      channel: groupChannel('books', { name: 'Book club', custom_type: 'hobby', created_by: { user_id: 'zoe' } }),
      members: [{ user_id: 'zoe' }, { user_id: 'omar' }, { user_id: 'ani' }],
      messages: [
        {
          ...mesg(1, 'zoe', 'Barev 📚'),
          type: 'FILE',
          file: { url: 'https://cdn.example.com/1.pdf', name: 'Chapter 1.pdf', type: 'application/pdf', size: 48213 },
        },
        mesg(2, 'omar', ''),
        { ...mesg(3, '', 'Welcome'), type: 'ADMM', user: null },
      ],
    },
    {
      channel: groupChannel('launch', { name: 'Launch', is_public: true, created_by: null }),
      members: [{ user_id: 'ani' }],
      messages: [],
    },
    {
      channel: groupChannel('pair', { name: '', is_distinct: true, created_by: { user_id: 'zoe' } }),
      members: [{ user_id: 'zoe' }, { user_id: 'omar' }],
      messages: [mesg(5, 'omar', 'Hi')],
    },
  ],
}

function message(id: string, type: string, user: string, text: string, attachments: object[] = []) {
  return { id, type, text, user: { id: user }, created_at: '2021-02-17T08:17:49.745857Z', attachments }
}

function groupChannel(channel_url: string, fields: object) {
  return { channel_url, custom_type: '', data: '', is_distinct: false, is_public: false, ...fields }
}

function mesg(message_id: number, user_id: string, message: string) {
  return { message_id, type: 'MESG', user: { user_id }, message, file: {}, created_at: 1613549869745, data: '' }
}

const names = Object.keys(lines) as (keyof typeof lines)[]
const command = await compileCommand()
const apps = names.map((appId) => ({ appId, apiKey: 'moving-key', seed: {} }))
let server: Awaited<ReturnType<typeof listen>>
let work: string

beforeAll(async () => {
  server = await listen(createSandbox({ apps }))
  work = await mkdtemp(join(tmpdir(), 'sceyt-moving-'))
})

afterAll(async () => {
  await server.close()
  await rm(work, { recursive: true })
})

describe.each(names)('guides/moving-from-%s.md', async (name) => {
  const guide = await readFile(join(root, `guides/moving-from-${name}.md`), 'utf8')
  const fence = (language: string) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(guide)?.[1] ?? ''

  it('names calls that the client has', () => {
    const sceyt: unknown = createSceyt(createSandbox().connection())
    const calls = [...guide.matchAll(/\bsceyt\.([\w.]+)\(/g)].map(([, call = '']) => call)
    const missing = calls.filter((call) => typeof call.split('.').reduce<unknown>(property, sceyt) !== 'function')
    expect(missing).toEqual([])
    expect(new Set(calls).size).toBeGreaterThan(15)
  })

  it('has programs that compile', { timeout: 120_000 }, async () => {
    const file = join(work, `${name}.mts`)
    await writeFile(file, fence('ts'))
    const types = { types: ['node'], typeRoots: [join(root, 'node_modules/@types')] }
    expect(problemsIn(createProject([file], types), [file])).toEqual([])
    expect(ts.transpileModule(fence('mjs'), { reportDiagnostics: true }).diagnostics).toEqual([])
  })

  it('moves users, channels, members and messages', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(work, name))
    const { outputText } = ts.transpileModule(fence('ts'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    })
    await writeFile(join(folder, 'convert.mjs'), outputText)
    await writeFile(join(folder, `${name}.ndjson`), lines[name].map((line) => `${JSON.stringify(line)}\n`).join(''))
    await promisify(execFile)(process.execPath, ['convert.mjs'], { cwd: folder })

    const env = { SCEYT_BASE_URL: server.baseUrl(name), SCEYT_API_KEY: 'moving-key' }
    const moved = join(folder, 'moved')
    for (const parameters of [['--dry-run'], [], []]) {
      const { code, stderr } = await runCommand(command, ['import', 'all', moved, ...parameters], { env })
      expect(code, stderr).toBe(0)
    }

    const sceyt = createSceyt(server.connection(name))
    const all = { limit: Number.POSITIVE_INFINITY }
    const users = await sceyt.users.list().toArray(all)
    expect(users.map(({ username }) => username).sort()).toEqual(['ani', 'omar', 'zoe'])
    expect(await sceyt.users.get('zoe')).toMatchObject({ first_name: 'Zoe', avatar: 'https://cdn.example.com/zoe.png' })

    const channels = await sceyt.channels.list().toArray(all)
    expect(channels).toHaveLength(3)
    const books = channels.find(({ subject }) => subject === 'Book club')
    const launch = channels.find(({ uri }) => uri === 'launch')
    const pair = channels.find(({ type }) => type === 3)
    if (!books || !launch || !pair) throw new Error(`expected three channels, got ${JSON.stringify(channels)}`)
    expect([books.type, launch.type, launch.subject]).toEqual([1, 2, 'Launch'])
    const membersOf = async (id: string) =>
      (await sceyt.channels.members.list(id).toArray(all)).map(({ username, role }) => `${username}: ${role}`).sort()
    expect(await membersOf(books.id)).toEqual(['ani: Participant', 'omar: Participant', 'zoe: Owner'])
    expect(await membersOf(launch.id)).toEqual(['ani: Participant'])
    expect(await membersOf(pair.id)).toHaveLength(2)

    const messages = (await sceyt.messages.list(books.id).toArray(all)).sort((one, other) =>
      one.id < other.id ? -1 : 1,
    )
    expect(messages.map(({ from, body }) => `${from}: ${body}`)).toEqual(['zoe: Barev 📚', 'omar: '])
    expect(messages[0]?.attachments).toMatchObject([
      { type: 'file', name: 'Chapter 1.pdf', url: 'https://cdn.example.com/1.pdf' },
    ])
    expect(JSON.parse(messages[0]?.metadata ?? '')).toMatchObject({ created_at: expect.anything() })
    expect((await sceyt.messages.list(pair.id).toArray(all)).map(({ body }) => body)).toEqual(['Hi'])
  })
})

function property(value: unknown, key: string): unknown {
  return (value as Record<string, unknown> | undefined)?.[key]
}
