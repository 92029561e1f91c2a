import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { connect, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SecureVersion } from 'node:tls'
import { promisify } from 'node:util'
import ts from 'typescript'
import { Agent, fetch as undiciFetch } from 'undici'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSceyt, type Fetch, InputError } from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { filesIn, root } from '../document/files.js'
import { newMessage, transports } from '../faults/calls.js'
import { apiKey, failure } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'
import { type Identity, selfSigned } from './certificate.js'

/** Serves over TLS until the test ends, and counts the connections and the requests. */
async function serveTls(identity: Identity, versions: { minVersion?: SecureVersion; maxVersion?: SecureVersion } = {}) {
  const seen = { connections: 0, requests: 0 }
  const server = createServer({ ...identity, ...versions, ciphers: 'DEFAULT@SECLEVEL=0' }, (_request, response) => {
    seen.requests++
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"username":"zoe"}')
  })
  server.on('connection', () => seen.connections++)
  const { origin } = await serve(server)
  return { seen, origin }
}

const yesterday = new Date(Date.now() - 86_400_000)
const rejected: [what: string, identity: () => Identity, versions: Parameters<typeof serveTls>[1], code: RegExp][] = [
  ['is self-signed', () => selfSigned('127.0.0.1'), {}, /DEPTH_ZERO_SELF_SIGNED_CERT/],
  ['is for another host', () => selfSigned('other.example'), {}, /DEPTH_ZERO_SELF_SIGNED_CERT/],
  ['has expired', () => selfSigned('127.0.0.1', yesterday), {}, /CERT_HAS_EXPIRED|DEPTH_ZERO_SELF_SIGNED_CERT/],
  [
    'is offered over TLS 1.1',
    () => selfSigned('127.0.0.1'),
    { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' },
    /UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION/,
  ],
]

describe.each(transports)('over %s', (_name, open) => {
  it.each(rejected)(
    'a certificate that %s is a ConnectionError, and no request is sent',
    async (_what, identity, versions, code) => {
      const { origin, seen } = await serveTls(identity(), versions)
      const { fetch = globalThis.fetch, close } = open()
      onTestFinished(() => close?.())
      const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch })
      expect(await failure(sceyt.users.get('zoe', { maxRetries: 0 }))).toMatchObject({
        name: 'ConnectionError',
        message: expect.stringMatching(code),
      })
      const before = seen.connections
      // Nothing is sent before the certificate is checked, and it would be the same for a retry.
      expect(await failure(sceyt.messages.send('5', newMessage))).toMatchObject({
        name: 'ConnectionError',
        attempts: 1,
        unsent: true,
        message: expect.stringMatching(code),
      })
      expect(seen.connections - before).toBe(1)
      expect(seen.requests).toBe(0)
    },
  )
})

/** Returns a server of TCP that responds to the first bytes of each connection. */
const respondingWith = (bytes: string | Buffer): Server =>
  createTcpServer((socket) => void socket.once('data', () => socket.end(bytes)))
const fatalAlert = (code: number) => Buffer.of(0x15, 3, 3, 0, 2, 2, code)

describe.each(transports)('over %s', (_name, open) => {
  const others: [what: string, server: () => Server, code: string][] = [
    ['plain HTTP', () => respondingWith('HTTP/1.1 400 Bad Request\r\n\r\n'), 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ['another protocol', () => respondingWith('SSH-2.0-OpenSSH_9.9\r\n'), 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ['TLS for other names only', () => respondingWith(fatalAlert(112)), 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME'],
  ]
  it.each(others)('https to a port of %s is unsent and not retried', async (_what, server, code) => {
    const { origin, sockets } = await serve(server())
    const { fetch = globalThis.fetch, close } = open()
    onTestFinished(() => close?.())
    const sceyt = createSceyt({ baseUrl: origin.replace('http:', 'https:'), apiKey, fetch })
    for (const call of [() => sceyt.users.get('zoe'), () => sceyt.messages.send('5', newMessage)])
      expect(await failure(call())).toMatchObject({
        name: 'ConnectionError',
        attempts: 1,
        unsent: true,
        permanent: true,
        message: expect.stringContaining(code),
      })
    expect(sockets).toHaveLength(2)
  })
})

it('a proxy over https with an untrusted certificate is unsent and not retried', async () => {
  const { origin, seen } = await serveTls(selfSigned('127.0.0.1'))
  vi.stubEnv('HTTPS_PROXY', origin.replace('127.0.0.1', 'localhost'))
  onTestFinished(() => void vi.unstubAllEnvs())
  const fetch = pooledFetch({ connections: 1 })
  onTestFinished(() => fetch.close())
  const sceyt = createSceyt({ baseUrl: 'https://api.example.com', apiKey, fetch })
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ attempts: 1, unsent: true, permanent: true })
  expect(seen.requests).toBe(0)
})

it.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'a connection over %s that breaks after a request does not prove that it is unsent',
  async (version) => {
    const identity = selfSigned('127.0.0.1')
    for (const bytes of ['HTTP/1.1 408 Request Timeout\r\n\r\n', fatalAlert(112), fatalAlert(70)]) {
      let front: Socket | undefined
      let requests = 0
      const tls = await serve(
        createServer({ ...identity, minVersion: version, maxVersion: version }, () => {
          requests++
          front?.end(bytes)
        }),
      )
      // Its own bytes follow those of the TLS server, in plain text.
      const { origin } = await serve(
        createTcpServer((socket) => {
          front = socket
          const back = connect(Number(new URL(tls.origin).port), '127.0.0.1')
          socket.on('data', (data) => back.write(data)).on('close', () => back.destroy())
          back.on('data', (data) => socket.writable && socket.write(data)).on('error', () => {})
        }),
      )
      const dispatcher = new Agent({ connect: { ca: identity.cert } })
      onTestFinished(() => dispatcher.destroy())
      const fetch = (url: string, init: object) => undiciFetch(url, { ...init, dispatcher }) as Promise<unknown>
      const sceyt = createSceyt({ baseUrl: origin.replace('http:', 'https:'), apiKey, fetch: fetch as Fetch })
      const error = await failure(sceyt.messages.send('5', newMessage))
      expect(error).toMatchObject({ name: 'ConnectionError', attempts: 1, unsent: false, permanent: false })
      expect(requests).toBe(1)
    }
  },
)

it('no option of the client or of pooledFetch turns off the certificate check', async () => {
  const { origin, seen } = await serveTls(selfSigned('127.0.0.1'))
  const lax = {
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    requestTls: { rejectUnauthorized: false },
  }
  const options = {
    ...lax,
    connect: lax,
    tls: lax,
    agent: lax,
    dispatcher: lax,
  } as object
  expect(() => pooledFetch(options)).toThrow(InputError)
  const fetch = pooledFetch()
  onTestFinished(() => fetch.close())
  for (const transport of [{ fetch }, {}]) {
    const known = { baseUrl: origin, apiKey, maxRetries: 0, allowHttp: true, allowBrowser: true, ...transport }
    const sceyt = createSceyt(known)
    for (const [name, value] of Object.entries(options)) {
      const refusal = { name: 'InputError', parameter: name }
      expect(() => createSceyt({ ...known, [name]: value })).toThrow(expect.objectContaining(refusal))
      expect(await failure(sceyt.users.get('zoe', { [name]: value } as never))).toMatchObject(refusal)
    }
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ConnectionError' })
  }
  expect(seen.requests).toBe(0)
})

it('no source file mentions a TLS check', async () => {
  const found: string[] = []
  for (const file of await filesIn(join(root, 'src'))) {
    const scanner = ts.createScanner(
      ts.ScriptTarget.Latest,
      true,
      ts.LanguageVariant.Standard,
      await readFile(join(root, 'src', file), 'utf8'),
    )
    for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
      if (
        /rejectUnauthorized|checkServerIdentity|TLS_REJECT|minVersion|maxVersion|secureProtocol|ciphers|node:tls/i.test(
          scanner.getTokenText(),
        )
      )
        found.push(`${file}: ${scanner.getTokenText()}`)
    }
  }
  expect(found).toEqual([])
})

it('a certificate in NODE_EXTRA_CA_CERTS is trusted, if it is for that host', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-tls-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const program = join(folder, 'call.mjs')
  await writeFile(
    program,
    `import { createSceyt } from '${join(root, 'src/index.ts')}'
const sceyt = createSceyt({ baseUrl: process.argv[2], apiKey: 'key', maxRetries: 0 })
console.log(await sceyt.users.get('zoe').then(({ username }) => username, ({ message }) => message))`,
  )
  const hosts: [host: string, output: RegExp, requests: number][] = [
    ['127.0.0.1', /^zoe$/, 1],
    ['other.example', /ERR_TLS_CERT_ALTNAME_INVALID/, 0],
  ]
  const calls = hosts.map(async ([host, output, requests]) => {
    const identity = selfSigned(host)
    const { origin, seen } = await serveTls(identity)
    const trusted = join(folder, `${host}.pem`)
    await writeFile(trusted, identity.cert)
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: trusted }
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, origin], {
      cwd: root,
      env,
    })
    expect(stdout.trim()).toMatch(output)
    expect(seen.requests).toBe(requests)
  })
  await Promise.all(calls)
})
