import { describe, expect, it } from 'vitest'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { endpoints, openapi } from '../contract/calls.js'
import { worldOf } from '../contract/world.js'
import { collect, failure, recordingClient } from '../lib/fetches.js'
import { open } from '../sandbox/open.js'
import { serveSandbox } from '../sandbox/served.js'

const levels = 100_000
const arraysOf = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const objectsOf = (depth: number, innermost = '1') => `${'{"error":'.repeat(depth)}${innermost}${'}'.repeat(depth)}`
const arrays = arraysOf(levels)
const objects = objectsOf(levels)

describe('JSON of 100,000 levels', () => {
  it.each([
    ['arrays', arrays],
    ['arrays that are not closed', '['.repeat(levels)],
    ['arrays in a text that is not closed', `{"username":"${'['.repeat(levels)}`],
  ])('of %s is a ResponseError where an object is expected', async (_what, body) => {
    const { sceyt } = recordingClient(async () => new Response(body))
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ResponseError', accepted: false })
    expect(await failure(sceyt.users.create({ username: 'zoe' }))).toMatchObject({
      name: 'ResponseError',
      accepted: true,
    })
    expect(await failure(sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } }))).toMatchObject({
      name: 'ResponseError',
    })
  })

  it('in a field is returned as it is, and does not end a list', async () => {
    const { sceyt } = recordingClient(
      async () => new Response(`{"username":"zoe","first_name":${arrays},"error":${objects}}`),
    )
    expect(await sceyt.users.get('zoe')).toMatchObject({ username: 'zoe' })
    const list = recordingClient(
      async () =>
        new Response(`{"users":[{"username":"zoe","x":${objects}}],"count":1,"links":{"next":null,"x":${arrays}}}`),
    )
    expect((await collect(list.sceyt.users.list())).map(({ username }) => username)).toEqual(['zoe'])
    const link = recordingClient(
      async () => new Response(`{"users":[{"username":"zoe"}],"count":1,"links":{"next":${arrays}}}`),
    )
    expect(await failure(collect(link.sceyt.users.list()))).toMatchObject({ name: 'ResponseError' })
  })

  it('in an error is an error with its status', async () => {
    // As many levels as fit into the part of an error that is read.
    for (const body of [
      arrays,
      objects,
      objectsOf(6_500, '{}'),
      `{"message":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
    ]) {
      const { sceyt } = recordingClient(async () => new Response(body, { status: 422 }))
      const error = await failure(sceyt.users.get('zoe'))
      expect(error).toMatchObject({ name: 'UnprocessableEntityError', status: 422 })
      expect(JSON.parse(JSON.stringify(error)).body).toBe((error as { body: unknown }).body)
      sceyt.raw.use({ onRequest: () => undefined })
      expect(JSON.stringify(await failure(sceyt.users.get('zoe')))).toContain('422')
      expect(await sceyt.raw.GET('/users')).toMatchObject({ response: { status: 422 } })
    }
  })
})

const withBody = endpoints.filter(({ operation }) => operation.requestBody?.content['application/json'])
// Escaped characters are checked separately.
const values = [arraysOf(20_000), objectsOf(20_000), objectsOf(20_000, '"\\ud83c\\udf89"')]

it.each(withBody.map((endpoint) => [endpoint.operation.operationId, endpoint] as const))(
  '%s of the sandbox responds to deep JSON in a body or in any field, and keeps running',
  async (id, endpoint) => {
    const { sandbox, ask } = open({ seed: worldOf(id) })
    const { path, body } = exampleInputs(openapi, endpoint)['plain'] as ExampleInput
    const url = endpoint.path.replace(/\{(\w+)\}/g, (_match, name) => encodeURIComponent(String(path[name])))
    const fields = Object.entries(body as object).map(([name, value]) => [name, JSON.stringify(value)] as const)
    const write = (name: string, value: string) =>
      `{${[...fields.filter(([other]) => other !== name), [name, value]].map(([key, text]) => `"${key}":${text}`)}}`
    const names = [...fields.map(([name]) => name), 'unknown']
    for (const text of [arrays, objects, ...names.flatMap((name) => values.map((value) => write(name, value)))]) {
      const { status, body: response } = await ask(url, { method: endpoint.method, body: text })
      expect([200, 204, 400, 404, 409, 422], `${status} ${response.message} to ${text.slice(0, 100)}`).toContain(status)
    }
    expect(JSON.stringify(sandbox.snapshot()).length).toBeLessThan(100_000)
  },
)

it('the controls respond to it too', async () => {
  const { get, sandbox } = await serveSandbox()
  const before = sandbox.snapshot()
  for (const [method, path] of [
    ['POST', '/seed'],
    ['PUT', '/snapshot'],
    ['PUT', '/clock'],
    ['POST', '/faults'],
  ] as const) {
    for (const body of [
      arrays,
      objects,
      `{"users":${arrays}}`,
      `{"apps":${objects}}`,
      `{"apps":{"sandbox":{"users":${arrays}}}}`,
      `{"operation":${arrays},"status":500}`,
    ]) {
      expect((await get(`/_sandbox${path}`, { method, body })).status, `${path} ${body.slice(0, 50)}`).toBe(422)
    }
  }
  expect(sandbox.snapshot()).toEqual(before)
})
