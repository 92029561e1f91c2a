import { describe, expect, it } from 'vitest'
import type { Endpoint, JsonSchema } from '../../../scripts/document.js'
import { encodeQuery } from '../../../src/operation/encode-url.js'
import type { Seed, SeedChannel } from '../../../src/sandbox/index.js'
import { worldOf } from '../world.js'
import { Pair } from './compare.js'
import type { ModelRequest, Received } from './model.js'
import { type Item, pathsOf, type State } from './places.js'
import { builtInRoles, endpoints, resolve } from './rules.js'

const key = { 'Platform-Api-Key': 'sandbox-key' }
const reads = endpoints.filter(({ method }) => method === 'get')

/** Values of fields that refer to something: everything that exists in the world, and something that does not. */
function knownValues({ users, roles, channelTypes }: State): Record<string, unknown[]> {
  const usernames = [...users.map(({ username }) => username), 'unknown']
  return {
    from: usernames,
    owner: usernames,
    username: usernames,
    role: [...roles.map(({ name }) => name), 'unknown'],
    name: ['new', ...[...roles, ...channelTypes].map(({ name }) => name), '..'],
    uri: ['new_uri', 'quiet_14'],
    type: ['public', 'private', 'direct', 'support', 0, 1, 2, 3, 4],
    members: [
      ...usernames.map((username) => [{ username }]),
      ...roles.map(({ name }) => [
        { username: 'mia', role: name },
        { username: 'zoe', role: name },
      ]),
      [{ username: 'mia' }, { username: 'omar', role: 'Usher' }],
      [{ username: 'zoe' }, { username: 'Զոյա' }],
      [{ username: 'mia' }, { username: 'mia' }],
    ],
  }
}

/** Returns a value that nothing in the world has. */
function freshValue(name: string, reference: JsonSchema, known: Record<string, unknown[]>): unknown {
  const schema = resolve(reference)
  if (known[name]) return known[name][0]
  const [type] = [schema.type].flat()
  switch (type) {
    case 'integer':
      return schema.minimum ?? 5
    case 'boolean':
      return false
    case 'array':
      return [
        freshValue(`${name}Item`, schema.items ?? {}, known),
        freshValue(`${name}Other`, schema.items ?? {}, known),
      ]
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, property]) => [key, freshValue(key, property, known)]),
      )
    default:
      return `new ${name}`
  }
}

/** Returns bodies with every field, with only the required ones, with one more of these, and with every known value of a field. */
function bodiesOf({ operation }: Endpoint, known: Record<string, unknown[]>): (string | undefined)[] {
  const content = operation.requestBody?.content
  if (!content) return [undefined]
  if (content['multipart/form-data']) return ['hello.txt', 'new.txt', 'README'].map(formOf)
  const { properties = {}, required = [] } = resolve(content['application/json']?.schema ?? {})
  const full = freshValue('body', { type: 'object', properties }, known) as Item
  const minimal = Object.fromEntries(required.map((name) => [name, full[name]]))
  const bodies = [full, minimal]
  for (const name of Object.keys(properties))
    for (const value of known[name] ?? [full[name]])
      bodies.push({ ...minimal, [name]: value }, { ...full, [name]: value })
  return [...new Set([...bodies.map((body) => JSON.stringify(body)), '{}', '[]', '{'])]
}

function formOf(name: string): string {
  return `--b\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\nHello from ${name}\r\n--b--\r\n`
}

/** Returns queries with every page, with and without a filter, and with every known value of another parameter. */
function queriesOf({ parameters }: Endpoint, known: Record<string, unknown[]>): string[] {
  const queries: object[] = [{}]
  const names = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name))
  if (names.has('limit')) {
    for (const limit of [1, 2, 3, 50]) for (const offset of [0, 1, 2, 3, 20]) queries.push({ limit, offset })
    queries.push({ limit: 2 }, { offset: 1 }, { limit: 0 }, { limit: 51 }, { offset: -1 }, { limit: 'two' })
  }
  const grammar = parameters.find(({ name }) => name === 'filter')?.schema.items?.['x-filter']
  if (grammar) {
    const values = ['public', 'private;direct', '2020-12-09', '2020-12', 'quiet_14', '14', 'Quiet', 'hobby', 'e', 'x;y']
    const conditions = Object.keys(grammar.fields).flatMap((field) =>
      Object.keys(grammar.operators).flatMap((operator) => values.map((value) => `${field}:${operator}:${value}`)),
    )
    queries.push(...conditions.map((condition) => ({ filter: [condition] })))
    for (const condition of conditions.filter((_condition, index) => index % 5 === 0))
      queries.push({ filter: [condition, 'type:in:public;private'], limit: 1 })
    queries.push({ filter: ['nonsense'] }, { filter: ['type:eq:'] })
  }
  for (const name of names) for (const value of known[name] ?? []) queries.push({ [name]: value })
  return queries.map((query) => encodeQuery(query))
}

function requestsOf(endpoint: Endpoint, state: State): ModelRequest[] {
  const known = knownValues(state)
  const bodies = bodiesOf(endpoint, known)
  const queries = queriesOf(endpoint, known)
  const [media] = Object.keys(endpoint.operation.requestBody?.content ?? {})
  const headers = {
    ...key,
    ...(media && { 'Content-Type': media === 'multipart/form-data' ? `${media}; boundary=b` : media }),
  }
  return pathsOf(state, endpoint).flatMap((path) =>
    bodies.flatMap((body) => queries.map((query) => ({ endpoint, path, query, headers, body }))),
  )
}

/** Reads all that the world has, and all that it had before a change. */
async function readAll(pair: Pair, before: State): Promise<void> {
  for (const endpoint of reads) {
    const paths = [before, pair.state].flatMap((state) => pathsOf(state, endpoint).map((path) => JSON.stringify(path)))
    for (const path of new Set(paths)) await pair.send({ endpoint, path: JSON.parse(path), query: '', headers: key })
  }
}

/** Sends the requests of the links to further pages, each once. */
async function followLinks(pair: Pair, request: ModelRequest, first: Received, followed: Set<string>): Promise<void> {
  let { body } = first
  for (;;) {
    const { next } = (body as { links?: { next?: string | null } } | undefined)?.links ?? {}
    if (typeof next !== 'string' || followed.has(next)) return
    followed.add(next)
    body = (await pair.send({ ...request, query: new URL(next).search.slice(1) })).body
  }
}

/** Leaves out the roles of members, which a seed may leave to the sandbox. */
function withoutRoles({ channels = [], ...seed }: Seed): object {
  const names = ({ members = [] }: SeedChannel) => members.map(({ username }) => expect.objectContaining({ username }))
  return { ...seed, channels: channels.map((channel) => ({ ...channel, members: names(channel) })) }
}

describe('The world of the tests', () => {
  it('is what its seed says', () => {
    const { roles = [], ...seed } = worldOf('')
    const { state } = new Pair()
    expect(state).toMatchObject(withoutRoles(seed))
    const others = state.roles.slice(builtInRoles.length)
    expect(state.roles.slice(0, builtInRoles.length)).toMatchObject(builtInRoles)
    expect(others).toMatchObject(roles)
  })
})

describe.each(endpoints.map((endpoint) => [endpoint.operation.operationId, endpoint] as const))(
  '%s',
  (_id, endpoint) => {
    it('returns and changes what the model of the world expects, and nothing else', async () => {
      let pair = new Pair()
      const start = structuredClone(pair.state)
      const statuses = new Set<number>()
      const followed = new Set<string>()
      let changes = 0
      for (const request of requestsOf(endpoint, start)) {
        const received = await pair.send(request)
        statuses.add(received.status)
        if (endpoint.method === 'get') await followLinks(pair, request, received, followed)
        if (received.status >= 300 || endpoint.method === 'get') continue
        // Each kind of change is seen by every read and repeated, but not each single one, which takes too long.
        if (changes++ < 2) {
          await readAll(pair, start)
          await pair.send(request)
        }
        pair.checkState()
        pair = new Pair()
      }
      pair.checkState()
      const { operation } = endpoint
      const possible = Object.keys(operation.responses).filter((status) => /^(2|404)/.test(status))
      expect([...statuses].map(String)).toEqual(expect.arrayContaining(possible))
    })
  },
)
