import { expect, it } from 'vitest'
import { operations } from '../../generated/operations.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { named, open, post } from './open.js'

const seed = { users: named('zoe', 'omar'), channels: [{ id: '5', type: 'public', members: named('zoe') }] }

it('accepts unknown fields of a body, as a newer server may', async () => {
  const { ask } = open({ seed })
  expect((await ask('/users', post({ username: 'eva', firstName: 'Eva' }))).status).toBe(200)
})

it.each<[string, RequestInit, string]>([
  [
    '/users',
    post({ username: 'eva', firstName: 'Eva' }),
    'firstName is not in the OpenAPI document; did you mean "first_name"?',
  ],
  ['/users', post({ username: 'eva', phone: '1' }), 'phone is not in the OpenAPI document.'],
  ['/users/zoe', post({ username: 'zoe' }, 'PUT'), 'username is not in the OpenAPI document.'],
  [
    '/channels/5/users',
    post({ members: [{ username: 'omar', rol: 'Owner' }] }),
    'members[0].rol is not in the OpenAPI document; did you mean "role"?',
  ],
  [
    '/channels/5/users',
    post({ members: ['zoe', { username: 'zoe', role: 'Owner' }] }, 'DELETE'),
    'members[1].role is not in the OpenAPI document.',
  ],
  [
    '/channels/5/messages',
    post({ from: 'zoe', body: 'Hi', attachments: [{ url: 'x', constructor: 1 }] }),
    'attachments[0].constructor is not in the OpenAPI document.',
  ],
  ['/users', post({}), 'username is required.'],
])('rejects unknown fields of a body of %s on request: %j', async (path, init, message) => {
  const { ask, sandbox } = open({ seed, unknownFields: 'reject' })
  const before = sandbox.snapshot()
  expect(await ask(path, init)).toMatchObject({ status: 422, body: { code: 40003, message } })
  expect(sandbox.snapshot()).toEqual(before)
})

const form = (...names: string[]) => {
  const body = new FormData()
  for (const name of names) body.append(name, new File(['a'], 'a.txt'))
  return { method: 'POST', body }
}

it('rejects unknown parts of a form on request', async () => {
  const { ask } = open({ seed, unknownFields: 'reject' })
  const { sandbox, ask: askLenient } = open({ seed })
  expect(await ask('/files', form('files', 'file'))).toMatchObject({
    status: 422,
    body: { message: 'file is not in the OpenAPI document; did you mean "files"?' },
  })
  expect((await ask('/files', form('files'))).status).toBe(200)
  expect((await askLenient('/files', form('files', 'file'))).status).toBe(200)
  expect(sandbox.journal.entries[0]?.problem).toBeUndefined()
})

it('quotes an unknown field whose name is not a plain word, and cuts it', async () => {
  const { ask } = open({ seed, unknownFields: 'reject' })
  const messageOf = async (body: unknown) => (await ask('/users', post(body))).body['message']
  expect(await messageOf({ username: 'eva', 'a\u0007"b': 1 })).toBe(
    String.raw`"a\u0007\"b" is not in the OpenAPI document.`,
  )
  expect(await messageOf({ username: 'eva', ['x'.repeat(100_000)]: 1 })).toBe(
    `"${'x'.repeat(80)}…" is not in the OpenAPI document.`,
  )
})

it.each<[string, RequestInit]>([
  ['/users', post({ username: 'eva', first_name: 'Eva' })],
  ['/users/zoe', post({ first_name: 'Zoé' }, 'PUT')],
  ['/channels/5/users', post({ members: ['zoe', { username: 'zoe' }] }, 'DELETE')],
  ['/channels/5', post({ options: { any: { thing: 1 } } }, 'PUT')],
  ['/channel-types', post({ name: 'a', anything: 1 })],
])('accepts what the OpenAPI document describes, or leaves open, of %s: %j', async (path, init) => {
  const { ask } = open({ seed, unknownFields: 'reject' })
  expect((await ask(path, init)).status).toBe(200)
})

it('is documented as an error of every call with a JSON body', async () => {
  const { ask } = open({ seed, unknownFields: 'reject' })
  for (const { path, method, body } of operations) {
    if (body?.media !== 'json') continue
    const { status } = await ask(path.replace(/\{\w+\}/g, '5'), post({ unknown: 1 }, method))
    expect([path, status]).not.toEqual([path, 500])
  }
})

it.each(['ignore', null, true])('cannot be %j', (value) => {
  expect(() => createSandbox({ unknownFields: value as never })).toThrow(
    /^unknownFields must be 'accept' or 'reject', got /,
  )
})
