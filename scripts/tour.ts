/**
 * `npm start`: a tour of the API through the client, with real HTTP requests to a sandbox that keeps state.
 * Exits with 1 if anything differs from the OpenAPI document.
 */

import { terminalWidth } from '../src/cli/output/terminal-width.js'
import { wrapText } from '../src/cli/output/wrap-text.js'
import { createSceyt, SceytError, where } from '../src/index.js'
import { fromPath } from '../src/node/index.js'
import { createSandbox } from '../src/sandbox/index.js'
import { listen } from '../src/sandbox/node/index.js'
import { Contract } from './contract.js'
import { readDocument } from './document.js'
import { startFaults } from './tour/faults.js'
import { Journal } from './tour/journal.js'

const sandbox = createSandbox()
const server = await listen(sandbox)
const { apiKey } = sandbox.connection()
const baseUrl = server.baseUrl()
const faults = await startFaults()
const journal = new Journal(new Contract(await readDocument()), baseUrl)
const shared = { apiKey, fetch: journal.fetch }
const sceyt = createSceyt({ baseUrl, ...shared })

console.log(wrapText(`A tour of the Sceyt Platform API, on a sandbox at ${baseUrl}/`, terminalWidth(process.stdout)))
await tour().catch((error: unknown) =>
  journal.report(error instanceof Error ? (error.stack ?? error.message) : String(error)),
)
journal.end()
faults.close()
await server.close()
process.exitCode = journal.differences.length > 0 ? 1 : 0

async function tour(): Promise<void> {
  journal.chapter('Users: a user that is created can be read')
  const zoe = await sceyt.users.create({ username: 'zoe', first_name: 'Zoe', last_name: 'Papadaki' })
  journal.result(zoe)
  const user = await sceyt.users.create({ username: 'username_new*user', first_name: 'Զոյա', last_name: '佐伊 🎉' })
  journal.result(await sceyt.users.get(user.username))
  journal.result(await sceyt.users.update(user.username, { first_name: 'عمر', last_name: 'الخطيب' }))
  journal.result(await sceyt.users.upsert({ username: user.username, first_name: 'Զոյա', last_name: '佐伊 🎉' }))
  const names: string[] = []
  for await (const { username } of sceyt.users.list()) names.push(username)
  journal.expect(names, ['zoe', 'username_new*user'])

  journal.chapter('Roles')
  const role = await sceyt.roles.create({ name: 'Խմբավար 主持人 🛡️', priority: 60, permissions: [7, 9, 11, 13] })
  journal.result(role)
  for await (const { id, name, priority } of sceyt.roles.list()) journal.note(`${id}. ${name}, priority ${priority}`)

  journal.chapter('Channels')
  const club = await sceyt.channels.createPublic({ subject: 'Book club', uri: 'book_club', owner: zoe.username })
  journal.result(club)
  await sceyt.channels.createPrivate({ subject: 'Թեյարան 茶馆 🍵', owner: user.username })
  const direct = { members: [{ username: zoe.username }, { username: user.username }] as const }
  const { id: pair } = await sceyt.channels.createDirect(direct)
  journal.expect((await sceyt.channels.createDirect(direct)).id, pair)
  journal.expect((await sceyt.channels.getOrCreateDirect([user.username, zoe.username])).id, pair)
  const { total_count, items } = await sceyt.channels.list({
    filter: [where('type', 'in', ['public', 'private']), where('subject', 'contains', '茶')],
  })
  journal.result({ total_count, subjects: items.map(({ subject }) => subject) })

  journal.chapter('Members')
  await sceyt.users.create({ username: 'omar', first_name: 'Omar' })
  journal.result(
    await sceyt.channels.members.add(club.id, {
      members: [{ username: 'omar' }, { username: user.username, role: role.name }],
    }),
  )
  const { users } = await sceyt.channels.members.list(club.id)
  journal.expect(
    users.map(({ username, role }) => `${username}: ${role}`),
    ['zoe: Owner', 'omar: Participant', `username_new*user: ${role.name}`],
  )

  journal.chapter('Messages')
  await sceyt.channels.startTyping(club.id, { from: user.username })
  const message = await sceyt.messages.send(club.id, {
    from: user.username,
    body: 'Բարեւ ձեզ, 你好, مرحبا 🎉',
    attachments: [
      { name: 'Գլուխ 第一章 📖.pdf', type: 'file', url: 'https://cdn.example.com/chapter-1-hy.pdf', size: 51_002 },
    ],
  })
  journal.result(message)
  await sceyt.messages.send(club.id, { from: 'omar', body: 'Which page are we on?' })
  const slip = await sceyt.messages.send(club.id, { from: 'omar', body: 'Sorry, wrong room' })
  journal.result(await sceyt.messages.edit(club.id, message.id, { from: user.username, body: 'Ո՞ր էջն է, 第几页 📖' }))
  await sceyt.messages.delete(club.id, slip.id, { from: 'omar' })
  await sceyt.messages.send(club.id, { from: 'zoe', body: 'The second one.' })
  journal.expect((await sceyt.channels.get(club.id)).last_message?.body, 'The second one.')

  journal.chapter('Paging: one loop, one request per page')
  const bodies: string[] = []
  for await (const { from, body } of sceyt.messages.list(club.id, { limit: 2 })) {
    bodies.push(body)
    journal.note(`${bodies.length}. ${from}: ${body}`)
  }
  journal.expect(bodies, ['Ո՞ր էջն է, 第几页 📖', 'Which page are we on?', 'The second one.'])

  journal.chapter('Files')
  const { url } = await sceyt.files.upload(
    new File(['Hello from username_new*user 🎉'], 'Բարեւ *.txt', { type: 'text/plain' }),
  )
  journal.result(decodeURIComponent(url))
  journal.expect(await (await sceyt.files.download('Բարեւ *.txt')).text(), 'Hello from username_new*user 🎉')
  await sceyt.files.upload(await fromPath(new URL('../LICENSE', import.meta.url).pathname, { type: 'text/plain' }))
  journal.result(await sceyt.application.getStorage())

  journal.chapter("The raw client, with openapi-fetch's results")
  const { data, response } = await sceyt.raw.GET('/users/{username}', { params: { path: { username: user.username } } })
  journal.result({ username: data?.username, status: response.status })

  journal.chapter('Retries: a read is retried, and no message is sent twice')
  sandbox.faults.add({ operation: 'getUser', status: 500, times: 2 })
  journal.expect((await sceyt.users.get('zoe').withResponse()).attempts, 3)
  sandbox.faults.add({ operation: 'sendMessage', reset: 'after', times: 1 })
  await fails('ConnectionError', () => sceyt.messages.send(club.id, { from: 'zoe', body: 'Once' }))
  const { messages } = await sceyt.messages.list(club.id)
  journal.expect(messages.filter(({ body }) => body === 'Once').length, 1)

  journal.chapter('Errors: one of each kind')
  await fails('InputError', () => sceyt.users.get('..'))
  await fails('AuthenticationError', () => createSceyt({ baseUrl, ...shared, apiKey: 'another-key' }).users.get('zoe'))
  await fails('PermissionDeniedError', () =>
    sceyt.messages.edit(club.id, message.id, { from: 'omar', body: 'Mine now' }),
  )
  await fails('NotFoundError', () => sceyt.users.get('nobody'))
  await fails('ConflictError', () => sceyt.users.create({ username: 'zoe' }))
  await fails('PayloadTooLargeError', () => sceyt.files.upload(new Blob([new Uint8Array(11 * 1024 * 1024)])))
  await fails('UnprocessableEntityError', () => sceyt.messages.send(club.id, { from: 'nobody', body: 'Hello' }))
  // A separate client, since after a 429 every call of a client waits.
  const once = createSceyt({ baseUrl, ...shared, maxRetries: 0 })
  for (const [status, name] of [
    [400, 'BadRequestError'],
    [429, 'RateLimitError'],
    [500, 'ServerError'],
  ] as const) {
    sandbox.faults.add({ status, times: 1 })
    await fails(name, () => once.messages.send(club.id, { from: 'zoe', body: 'Hello' }))
  }
  const faulty = (fault: string) =>
    createSceyt({ baseUrl: `${faults.url}/${fault}`, ...shared, timeout: 100, maxRetries: 0 })
  await fails('ResponseError', () => faulty('html').users.get('zoe'))
  await fails('RedirectError', () => faulty('redirect').users.get('zoe'))
  await fails('TimeoutError', () => faulty('hang').users.get('zoe'))
}

async function fails(name: string, call: () => PromiseLike<unknown>): Promise<void> {
  try {
    await call()
  } catch (error) {
    if (!(error instanceof SceytError)) throw error
    if (error.name !== name) journal.report(`expected ${name}, received ${error.name}`)
    journal.note(`${error.name}: ${error.message}`)
    return
  }
  journal.report(`expected ${name}, received a success`)
}
