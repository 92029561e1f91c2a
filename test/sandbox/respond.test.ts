import { expect, it } from 'vitest'
import { AppKeys } from '../../src/sandbox/app-keys.js'
import { Changes } from '../../src/sandbox/changes.js'
import { Faults } from '../../src/sandbox/faults.js'
import { Problem } from '../../src/sandbox/problem.js'
import { respond } from '../../src/sandbox/respond.js'
import { AppState } from '../../src/sandbox/state/app-state.js'
import { Clock } from '../../src/sandbox/state/clock.js'

/** Requests a user from a state that was tampered with. */
async function requestUser(tamper: (state: AppState) => void) {
  const clock = new Clock()
  const state = new AppState('app')
  state.users.add({ username: 'zoe' }, 0)
  tamper(state)
  const tenants = new Map([['app', { apiKey: 'key', state, rate: undefined, keys: new AppKeys(undefined) }]])
  const environment = {
    tenants,
    clock,
    faults: new Faults(),
    maxBodyBytes: 1000,
    maxStateBytes: 1e6,
    unknownFields: 'accept' as const,
    changes: new Changes(),
  }
  const request = {
    method: 'GET',
    origin: 'https://x.example',
    pathname: '/v1/app/users/zoe',
    search: '',
    header: () => 'key',
    body: async () => undefined,
  }
  const { outcome, entry } = await respond(environment, request)
  if (outcome.kind !== 'response') throw new Error('There is no response.')
  return { status: outcome.status, body: JSON.parse(String(outcome.body)), problem: entry.problem }
}

it('a response that matches the document is returned', async () => {
  expect(await requestUser(() => {})).toMatchObject({ status: 200, body: { username: 'zoe' }, problem: undefined })
})

it.each<[string, (state: AppState) => void, string]>([
  [
    'has a field of another type',
    (state) => Object.assign(state.users.get('zoe'), { first_name: 5 }),
    "The sandbox's response violates the OpenAPI document: first_name must be a string, got 5.",
  ],
  [
    'lacks a field',
    (state) => Reflect.deleteProperty(state.users.get('zoe'), 'username'),
    "The sandbox's response violates the OpenAPI document: username is required.",
  ],
  [
    'has a status that is not documented',
    (state) =>
      Object.defineProperty(state.users, 'get', {
        value() {
          throw new Problem(418, 'I am a teapot.')
        },
      }),
    "The sandbox's response violates the OpenAPI document: the error 418 of getUser is not in its x-errors",
  ],
  [
    'is prevented by a bug',
    (state) => Object.defineProperty(state.users, 'get', { value: undefined }),
    'The sandbox failed: app.users.get is not a function',
  ],
])('a response that %s becomes a 500 that names the reason', async (_what, tamper, message) => {
  expect(await requestUser(tamper)).toEqual({
    status: 500,
    body: { code: 50001, type: 'InternalError', message },
    problem: message,
  })
})
