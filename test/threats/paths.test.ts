import { describe, expect, it } from 'vitest'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { createSceyt } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { argumentsOf, endpoints, openapi } from '../contract/calls.js'
import { callByName } from '../lib/call-by-name.js'
import { recordingClient } from '../lib/fetches.js'
import { open } from '../sandbox/open.js'
import { sendRaw, serveSandbox } from '../sandbox/served.js'

/** Text that a server, a proxy or a URL parser may interpret as more or fewer segments, or as another host. */
const hostile = [
  '%2e%2e',
  '%2E%2e',
  '.%2e',
  '..%2f..',
  '../..',
  '..\\..',
  '/..',
  '\\..\\',
  '..;',
  '..;/',
  ';/../',
  '%252e%252e',
  '%2f',
  '%5c',
  '%',
  '\0',
  '..\0',
  '%00',
  'https://evil.example/',
  '//evil.example',
  '\\\\evil.example',
  '@evil.example',
  ':80',
  '?a=b',
  '#a',
  '/',
  '\\',
  '...',
  ' ..',
  '..\u200b',
  '．．',
  '..\t',
  '..\r\n',
  'a/../../b',
]
const baseUrl = 'https://api.example.com/v1/app'

const parameters = endpoints.flatMap((endpoint) =>
  [...endpoint.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => ({
    endpoint,
    name,
    id: endpoint.operation.operationId,
  })),
)
const texts = parameters.filter(
  ({ endpoint, name }) => endpoint.parameters.find((one) => one.name === name)?.schema.type === 'string',
)

it('there are path parameters to test, and only integers are left out', () => {
  expect(texts.length).toBeGreaterThan(0)
  const others = parameters.filter((one) => !texts.includes(one))
  const types = others.map(({ endpoint, name }) => endpoint.parameters.find((one) => one.name === name)?.schema.type)
  expect(types).toEqual(others.map(() => 'integer'))
})

it.each(texts.map(({ id, name, endpoint }) => [id, name, endpoint] as const))(
  '%s sends any %s as one segment of its path',
  async (_id, name, endpoint) => {
    const input = exampleInputs(openapi, endpoint)['plain'] as ExampleInput
    const { 'x-sdk-name': method } = endpoint.operation
    for (const value of hostile) {
      const path = { ...input.path, [name]: value }
      const { sceyt, sent } = recordingClient(async () => new Response('{}'), { maxRetries: 0 })
      const call = callByName(sceyt, method, argumentsOf(endpoint, { ...input, path }))
      const raw = sceyt.raw.request as (method: string, path: string, init: object) => Promise<unknown>
      // The result does not matter here.
      await Promise.allSettled([
        call,
        raw(endpoint.method, endpoint.path, { params: { path, query: input.query }, body: input.body }),
      ])
      // A URL is not a file name: a resource call rejects it, unless it is a URL of this API.
      const isUrl = name === 'fileName' && value.includes('://')
      expect(sent, value).toHaveLength(isUrl ? 1 : 2)
      const template = endpoint.path.split('/')
      for (const { url } of sent) {
        // Every parser reads it unchanged.
        expect(new URL(url).href).toBe(url)
        expect(url.startsWith(`${baseUrl}/`)).toBe(true)
        const segments = url.slice(baseUrl.length).split('?')[0]?.split('/') ?? []
        expect(segments).toHaveLength(template.length)
        expect(
          segments.map((segment, index) => (template[index]?.startsWith('{') ? decodeURIComponent(segment) : segment)),
        ).toEqual(template.map((segment) => (segment.startsWith('{') ? String(path[segment.slice(1, -1)]) : segment)))
      }
    }
  },
)

it.each(['https://api.example.com/a/../b', 'https://api.example.com/a/%2e%2e/b', 'https://api.example.com\\a\\..\\b'])(
  'the base URL %s is normalized once, and no path leaves it',
  async (base) => {
    const { sceyt, sent } = recordingClient(async () => new Response('{}'), { baseUrl: base })
    await sceyt.users.get('..%2f..').catch(() => {})
    expect(sent[0]?.url).toBe('https://api.example.com/b/users/..%252f..')
  },
)

it.each(['../other', '..', '%2e%2e', 'a/b', 'a\\b', 'a?b', 'a#b', 'a\0'])(
  'the application id %j is rejected',
  (appId) => {
    expect(() => createSceyt({ apiUrl: 'api.example.com', appId, apiKey: 'key' })).toThrow('appId')
    expect(() => createSandbox({ apps: [{ appId, apiKey: 'key' }] })).toThrow('appId must be letters, digits and -._~')
  },
)

describe('the sandbox', () => {
  const ways = [
    '/../',
    '/%2e%2e/',
    '/..%2f',
    '/..%5c',
    '/..\\',
    '/..;/',
    '/%252e%252e/',
    '//',
    '/./../',
    '/swagger-ui.css/../',
    '/%00/../',
  ]
  const files = [
    'package.json',
    'swagger-ui-dist/package.json',
    'swagger-ui.css.map',
    'etc/passwd',
    '../../../../../etc/passwd',
  ]
  const paths = ways.flatMap((way) => files.map((file) => `/docs${way}${file}`))

  it('serves only the two files of its console', async () => {
    const { server } = await serveSandbox()
    const ask = (path: string) =>
      sendRaw(server, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    for (const path of [
      ...paths,
      '/etc/passwd',
      '/../../etc/passwd',
      '//etc/passwd',
      '/%2e%2e/package.json',
      '/docs%2f..%2fpackage.json',
    ]) {
      expect(await ask(path), path).toMatch(/^HTTP\/1\.1 404 /)
    }
    expect(await ask('/docs/swagger-ui.css')).toMatch(/^HTTP\/1\.1 200 /)
  })

  it.each([
    '/_sandbox/../v1/sandbox/users',
    '/_sandbox/%2e%2e/reset',
    '/_sandbox//reset',
    '/_sandbox/reset/',
    '/_sandbox/./reset',
    '/%5fsandbox/reset',
    '/v1/../_sandbox/reset',
  ])('treats %s neither as a control nor as a call', async (path) => {
    const { server, sandbox, sceyt } = await serveSandbox()
    // A reset would remove this user.
    await sceyt.users.create({ username: 'omar' })
    expect(await sendRaw(server, `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 404 /,
    )
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(2)
  })

  it.each(['../../etc/passwd', '..%2f..', '%2e%2e', '..;', '\\..\\', 'a\0b', '/', 'C:\\x', '../'.repeat(100)])(
    'keeps the file %j under that name, in one segment',
    async (name) => {
      const { sceyt } = open()
      const { url } = await sceyt.files.upload(new File(['content'], name))
      expect(new URL(url).href).toBe(url)
      const segments = new URL(url).pathname.split('/')
      expect(segments).toHaveLength(5)
      expect(decodeURIComponent(segments[4] ?? '')).toBe(name)
      expect(await (await sceyt.files.download(name)).text()).toBe('content')
    },
  )
})
