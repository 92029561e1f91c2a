/**
 * `npm start`: a tour of the API through the client, with real calls over HTTP to the mock.
 * Ends with a failure if anything disagrees with the document.
 */
import { createSceyt, SceytError, where } from '../src/index.js'
import { fromPath } from '../src/node.js'
import { Contract } from './contract.js'
import { readDocument } from './document.js'
import { startMock } from './mock/server.js'
import { startFaults } from './tour/faults.js'
import { Journal } from './tour/journal.js'

const mock = await startMock()
const faults = await startFaults()
const journal = new Journal(new Contract(await readDocument()), mock.baseUrl)
const given = { apiKey: 'any-key-will-do', fetch: journal.fetch }
const sceyt = createSceyt({ baseUrl: mock.baseUrl, ...given })

// The mock keeps nothing. It answers with the document's examples; this one holds text in several scripts.
const unicode = { headers: { Prefer: 'example=unicode' } }
const answerWith = (status: number) => ({ headers: { Prefer: `code=${status}` } })

console.log(`A tour of the Sceyt Platform API, on a mock at ${mock.baseUrl}/`)
await tour().catch((error: unknown) => journal.disagree(error instanceof Error ? (error.stack ?? error.message) : String(error)))
journal.end()
faults.close()
await mock.close()
process.exitCode = journal.differences.length > 0 ? 1 : 0

async function tour(): Promise<void> {
  journal.chapter('Users')
  const zoe = await sceyt.users.create({ username: 'zoe', first_name: 'Zoe', last_name: 'Papadaki' })
  journal.result(zoe)
  const user = await sceyt.users.create({ username: 'username_new*user', first_name: 'Զոյա', last_name: '佐伊 🎉' }, unicode)
  journal.result(user)
  journal.result(await sceyt.users.get(user.username, unicode))
  journal.result(await sceyt.users.update(user.username, { first_name: 'عمر', last_name: 'الخطيب' }, unicode))

  journal.chapter('Channels')
  const channel = await sceyt.channels.createPublic({ subject: 'Book club', uri: 'book_club', owner: zoe.username })
  journal.result(channel)
  journal.result(await sceyt.channels.createDirect({ members: [{ username: zoe.username }, { username: user.username }] }, unicode))
  const week = [where('type', 'eq', 'public'), where('created_at', 'gte', '2020-12-01'), where('subject', 'contains', 'Թեյ 茶 🍵')]
  const { total_count, items } = await sceyt.channels.list({ filter: week, limit: 2 })
  journal.result({ total_count, subjects: items.map(({ subject }) => subject) })

  journal.chapter('Members')
  journal.result(await sceyt.channels.members.add(channel.id, { members: [{ username: 'omar', role: 'Participant' }] }))
  const { users } = await sceyt.channels.members.list(channel.id)
  journal.result(users.map(({ username, role }) => `${username}: ${role}`))
  journal.result(await sceyt.channels.members.remove(channel.id, { members: [user.username] }, unicode))

  journal.chapter('Messages')
  await sceyt.channels.startTyping(channel.id, { from: user.username })
  const message = await sceyt.messages.send(
    channel.id,
    {
      from: user.username,
      body: 'Բարեւ ձեզ, 你好, مرحبا 🎉',
      attachments: [{ name: 'Գլուխ 第一章 📖.pdf', type: 'file', url: 'https://cdn.example.com/chapter-1-hy.pdf', size: 51_002 }],
    },
    unicode,
  )
  journal.result(message)
  journal.result(await sceyt.messages.edit(channel.id, message.id, { from: user.username, body: 'Ո՞ր էջն է, 第几页 📖' }, unicode))
  await sceyt.messages.delete(channel.id, message.id, { from: user.username })

  journal.chapter('Paging: one loop, as many calls as there are pages')
  let count = 0
  for await (const { from, body } of sceyt.messages.list(channel.id, { limit: 2 })) journal.note(`${++count}. ${from}: ${body}`)
  if (count !== 3) journal.disagree(`paging gave ${count} messages, not 3`)

  journal.chapter('Files')
  const { url } = await sceyt.files.upload(new File(['Hello from username_new*user 🎉'], 'hello.txt', { type: 'text/plain' }), unicode)
  journal.result(decodeURIComponent(url))
  journal.result(await sceyt.files.upload(await fromPath(new URL('../LICENSE', import.meta.url).pathname, { type: 'text/plain' })))
  journal.result(await (await sceyt.files.download('username_new*user Բարեւ 你好 🎉.txt', unicode)).text())

  journal.chapter('Roles')
  const role = await sceyt.roles.create({ name: 'Խմբավար 主持人 🛡️', priority: 60, permissions: [3, 7, 11] }, unicode)
  journal.result(role)
  for await (const { id, name, priority } of sceyt.roles.list()) journal.note(`${id}. ${name}, weight ${priority}`)
  journal.result(await sceyt.roles.get(role.id, unicode))

  journal.chapter('The same, as openapi-fetch gives it')
  const { data, response } = await sceyt.raw.GET('/users/{username}', { params: { path: { username: user.username } }, ...unicode })
  journal.result({ username: data?.username, status: response.status })

  journal.chapter('Errors: one of each kind')
  await fails('InputError', () => sceyt.users.get('..'))
  await fails('BadRequestError', () => sceyt.users.create({ username: 'zoe' }, answerWith(400)))
  await fails('AuthenticationError', () => sceyt.users.get('zoe', answerWith(401)))
  await fails('PermissionDeniedError', () => sceyt.users.get('zoe', answerWith(403)))
  await fails('NotFoundError', () => sceyt.users.get('nobody', answerWith(404)))
  await fails('ConflictError', () => sceyt.users.create({ username: 'zoe' }, answerWith(409)))
  await fails('PayloadTooLargeError', () => sceyt.files.upload(new Blob(['…']), answerWith(413)))
  await fails('UnprocessableEntityError', () => sceyt.users.list({ limit: 50 }, answerWith(422)))
  // Of a client of its own, since all calls of a client wait as long as the server asks.
  await fails('RateLimitError', () =>
    createSceyt({ baseUrl: mock.baseUrl, ...given, maxRetries: 0 }).messages.send(channel.id, { from: 'zoe', body: 'Hello' }, answerWith(429)),
  )
  await fails('ServerError', () => sceyt.messages.send(channel.id, { from: 'zoe', body: 'Hello' }, answerWith(500)))
  const faulty = (fault: string) => createSceyt({ baseUrl: `${faults.url}/${fault}`, ...given, timeout: 100, maxRetries: 0 })
  await fails('ResponseError', () => faulty('html').users.get('zoe'))
  await fails('RedirectError', () => faulty('redirect').users.get('zoe'))
  await fails('TimeoutError', () => faulty('hang').users.get('zoe'))
  await fails('ConnectionError', () => createSceyt({ baseUrl: faults.deadUrl, ...given, maxRetries: 0 }).users.get('zoe'))
}

async function fails(name: string, call: () => PromiseLike<unknown>): Promise<void> {
  try {
    await call()
  } catch (error) {
    if (!(error instanceof SceytError)) throw error
    if (error.name !== name) journal.disagree(`expected ${name}, got ${error.name}`)
    journal.note(`${error.name}: ${error.message}`)
    return
  }
  journal.disagree(`expected ${name}, got a success`)
}
