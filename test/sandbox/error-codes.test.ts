import { expect, it } from 'vitest'
import { createApiError } from '../../src/errors/api-error.js'
import type { ErrorReason } from '../../src/index.js'
import type { Seed } from '../../src/sandbox/index.js'
import { named, open } from './open.js'

const seed: Seed = {
  users: named('zoe', 'omar'),
  roles: [{ id: 7, name: 'Keeper' }],
  channels: [{ id: '5', type: 'public', uri: 'club', owner: 'zoe', members: [{ username: 'omar', role: 'Keeper' }] }],
}
const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body) })

it.each<[number, number, ErrorReason, string, RequestInit]>([
  [400, 40000, 'invalid', '/users', { method: 'POST', body: '{' }],
  [401, 40104, 'unauthenticated', '/users', { headers: { 'Platform-Api-Key': 'wrong' } }],
  [403, 40105, 'not-allowed', '/roles/1', { method: 'DELETE' }],
  [404, 40401, 'not-found', '/channels/6', {}],
  [404, 40015, 'not-found', '/users/nobody', {}],
  [404, 40400, 'not-found', '/roles/9', {}],
  [404, 40400, 'not-found', '/nothing', {}],
  [405, 40500, 'invalid', '/users', { method: 'PATCH' }],
  [409, 40006, 'already-exists', '/public-channels', post({ subject: 'Club', uri: 'club' })],
  [409, 40007, 'already-exists', '/channels/5/users', post({ members: [{ username: 'omar' }] })],
  [409, 40900, 'already-exists', '/users', post({ username: 'zoe' })],
  [409, 40900, 'already-exists', '/roles', post({ name: 'Keeper' })],
  [409, 40901, 'in-use', '/roles/7', { method: 'DELETE' }],
  [413, 40001, 'too-large', '/users', post({ username: 'x'.repeat(300) })],
  [415, 40000, 'invalid', '/users', { method: 'POST', body: '{}', headers: { 'Content-Type': 'text/plain' } }],
  [422, 40003, 'invalid', '/users', post({})],
])('responds with %i and code %i, which means %s: %s', async (status, code, reason, path, init) => {
  const { ask } = open({ seed, maxBodyBytes: 200 })
  const response = await ask(path, init)
  expect([response.status, response.body.code]).toEqual([status, code])
  expect(createApiError({ status, body: response.body, headers: response.headers }).reason).toBe(reason)
})

it.each([
  [429, 42900, 'rate-limited'],
  [500, 50001, 'unavailable'],
  [502, 50200, 'unavailable'],
  [503, 50300, 'unavailable'],
])('a fault of status %i has code %i', async (status, code, reason) => {
  const { sceyt } = open({ faults: [{ status }] })
  await expect(sceyt.users.get('zoe', { maxRetries: 0 })).rejects.toMatchObject({ status, code, reason })
})
