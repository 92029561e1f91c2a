import { once } from 'node:events'
import { Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import fc from 'fast-check'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { SandboxServer } from '../../src/sandbox/node/index.js'
import { randomCases } from '../lib/random.js'
import { sendRaw, serveSandbox } from './served.js'

const users = '/v1/sandbox/users'
const fields = 'Host: x\r\nPlatform-Api-Key: sandbox-key\r\n'
const post = `POST ${users} HTTP/1.1\r\n${fields}Content-Type: application/json\r\n`

async function dial({ origin }: SandboxServer): Promise<Socket> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  // A server may close the connection.
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** Waits for the end of a connection. Unlike `once`, it does not reject if that is an error. */
function closing(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve())
  })
}

/** Statuses of the responses in a text, in order. */
const statusesOf = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))

it('slow headers do not block other clients, and have a timeout', async () => {
  const listening = vi.spyOn(Server.prototype, 'listen')
  onTestFinished(() => listening.mockRestore())
  const { server, sceyt } = await serveSandbox()
  const [{ headersTimeout, requestTimeout }] = listening.mock.contexts as [Server]
  for (const bound of [headersTimeout, requestTimeout]) {
    expect(bound).toBeGreaterThan(0)
    expect(bound).toBeLessThanOrEqual(300_000)
  }
  const socket = await dial(server)
  let received = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    received += chunk
  })
  for (const byte of `GET ${users} HTTP/1.1\r\n${fields}Connection: close\r\n\r`) {
    socket.write(byte)
    expect((await sceyt.users.list()).total_count).toBe(1)
  }
  expect(received).toBe('')
  socket.write('\n')
  await closing(socket)
  expect(statusesOf(received)).toEqual([200])
})

it.each([
  ['one huge header', `X: ${'y'.repeat(1_000_000)}`],
  ['very many headers', 'X: y\r\n'.repeat(100_000)],
  ['a huge path', ''],
])('%s is rejected', async (_what, header) => {
  const { server, sceyt } = await serveSandbox()
  const path = header === '' ? `/${'y'.repeat(1_000_000)}` : users
  expect(await sendRaw(server, `GET ${path} HTTP/1.1\r\n${fields}${header}\r\n\r\n`)).toMatch(/^(HTTP\/1\.1 431 .*|)$/s)
  expect((await sceyt.users.list()).total_count).toBe(1)
})

it.each([
  ['with a Content-Length', `Content-Length: ${2 ** 40}\r\n\r\n`, 'x'.repeat(65_536)],
  ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n', `10000\r\n${'x'.repeat(65_536)}\r\n`],
])(
  'a huge body, %s, gets a 413, and its connection closes even if the client keeps sending',
  async (_how, head, piece) => {
    const { server, sceyt } = await serveSandbox({ maxBodyBytes: 100_000, seed: { users: [{ username: 'zoe' }] } })
    const socket = await dial(server)
    let received = ''
    socket.setEncoding('utf8').on('data', (chunk) => {
      received += chunk
    })
    socket.write(post + head)
    // As fast as the server accepts it, until the connection closes.
    const push = () => {
      while (socket.writable && socket.write(piece));
    }
    const closed = closing(socket)
    socket.on('drain', push)
    push()
    await closed
    expect(statusesOf(received)).toEqual([413])
    expect(received).toContain('Connection: close')
    expect((await sceyt.users.list()).total_count).toBe(1)
  },
)

it('hundreds of idle connections do not block other clients, and close with the server', async () => {
  const { server, sceyt } = await serveSandbox()
  const sockets: Socket[] = []
  for (let round = 0; round < 4; round++)
    sockets.push(...(await Promise.all(Array.from({ length: 100 }, () => dial(server)))))
  // Half of them begin a request and never end it.
  for (const socket of sockets.slice(0, 200)) socket.write('GET /v1')
  expect((await sceyt.users.list()).total_count).toBe(1)
  const ends = sockets.map((socket) => closing(socket.resume()))
  await server.close()
  expect(await Promise.all(ends)).toHaveLength(sockets.length)
})

it.each([
  ['a chunk without a size', `${post}Transfer-Encoding: chunked\r\n\r\n\r\n{}\r\n0\r\n\r\n`],
  ['a chunk of a negative size', `${post}Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n`],
  ['a chunk longer than its size', `${post}Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n`],
  [
    'a chunk of a size beyond the safe integers',
    `${post}Transfer-Encoding: chunked\r\n\r\n${'f'.repeat(20)}\r\n{}\r\n0\r\n\r\n`,
  ],
  ['a length that is not a number', `${post}Content-Length: two\r\n\r\n{}`],
  ['a negative length', `${post}Content-Length: -2\r\n\r\n{}`],
  ['two lengths', `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
  ['a length and chunks', `${post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
])('%s gets a 400, and no part of it is treated as a request', async (_what, text) => {
  const { server, sceyt } = await serveSandbox()
  expect(statusesOf(await sendRaw(server, text))).toEqual([400])
  expect((await sceyt.users.list()).total_count).toBe(1)
})

it('text after the length of a body closes the connection with 400', async () => {
  const { server, get } = await serveSandbox()
  const body = JSON.stringify({ username: 'omar' })
  expect(
    statusesOf(await sendRaw(server, `${post}Content-Length: ${body.length}\r\n\r\n${body}}}}}\r\n\r\n`)).at(-1),
  ).toBe(400)
  expect((await get(users, { headers: { 'Platform-Api-Key': 'sandbox-key' } })).status).toBe(200)
})

it('a body that is shorter than its length changes nothing', async () => {
  const { server, sceyt } = await serveSandbox()
  const socket = await dial(server)
  socket.resume().end(`${post}Content-Length: 100\r\n\r\n{"username":"omar"}`)
  await closing(socket)
  expect((await sceyt.users.list()).total_count).toBe(1)
})

it('pipelined requests get their responses in order, even if the first is slow', async () => {
  const { server, sandbox } = await serveSandbox()
  sandbox.faults.add({ latency: 50, times: 1 })
  const bodies = Array.from({ length: 50 }, (_item, index) => JSON.stringify({ username: `user ${index}` }))
  const texts = bodies.map((body) => `${post}Content-Length: ${body.length}\r\n\r\n${body}`)
  const received = await sendRaw(
    server,
    `${texts.join('')}GET ${users}/zoe HTTP/1.1\r\n${fields}Connection: close\r\n\r\n`,
  )
  const names = [...received.matchAll(/"username":"([^"]+)"/g)].map(([, name]) => name)
  expect(names).toEqual([...bodies.map((body) => JSON.parse(body).username), 'zoe'])
})

it('requests of random bytes each get a response or are closed, and the next valid one succeeds', async () => {
  const { server, get } = await serveSandbox()
  const valid = `GET ${users}/zoe HTTP/1.1\r\n${fields}Connection: close\r\n\r\n`
  const begun = fc.constantFrom(
    '',
    'GET ',
    'POST /v1/',
    `GET ${users}?`,
    `${valid.slice(0, -4)}\r\n`,
    `${post}Content-Length: 10\r\n\r\n`,
    `${post}Transfer-Encoding: chunked\r\n\r\n`,
  )
  const requests = fc.sample(fc.tuple(begun, fc.uint8Array({ maxLength: 200 })), randomCases(300))
  let closed = 0
  for (let start = 0; start < requests.length; start += 50) {
    await Promise.all(
      requests.slice(start, start + 50).map(async ([head, bytes]) => {
        const socket = await dial(server)
        // Half-closed, so that the server does not wait for more.
        socket.resume().end(Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]))
        await closing(socket)
        closed++
      }),
    )
    const response = await get(`${users}/zoe`, { headers: { 'Platform-Api-Key': 'sandbox-key' } })
    expect([response.status, await response.json()]).toMatchObject([200, { username: 'zoe' }])
  }
  expect(closed).toBe(requests.length)
})

it('a client that sends all of its too large body before it reads still gets the 413', async () => {
  const { server } = await serveSandbox({ maxBodyBytes: 1000 })
  const socket = await dial(server)
  const closed = closing(socket)
  socket.pause()
  socket.write(`${post}Content-Length: 3000000\r\n\r\n`)
  for (let piece = 0; piece < 30; piece++) {
    socket.write('x'.repeat(100_000))
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  let received = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    received += chunk
  })
  socket.resume()
  await closed
  expect(statusesOf(received)).toEqual([413])
})
