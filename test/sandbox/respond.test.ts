import { expect, it } from 'vitest'
import { Faults } from '../../src/sandbox/faults.js'
import { Journal } from '../../src/sandbox/journal.js'
import { Problem } from '../../src/sandbox/problem.js'
import { createResponder } from '../../src/sandbox/respond.js'
import { AppKeys } from '../../src/sandbox/state/app-keys.js'
import { AppState } from '../../src/sandbox/state/app-state.js'
import { Clock } from '../../src/sandbox/state/clock.js'

/** Asks for a user of a state that was tampered with. */
async function askWith(tamper: (state: AppState) => void) {
  const clock = new Clock()
  const state = new AppState('app', clock)
  state.addUser({ username: 'zoe' })
  tamper(state)
  const journal = new Journal()
  const tenants = new Map([['app', { apiKey: 'key', state, rate: undefined, keys: new AppKeys(undefined) }]])
  const respond = createResponder({ tenants, clock, faults: new Faults(), journal, maxBodyBytes: 1000, changed() {} })
  const request = {
    method: 'GET',
    origin: 'https://x.example',
    pathname: '/v1/app/users/zoe',
    search: '',
    header: () => 'key',
    body: async () => undefined,
  }
  const outcome = await respond(request)
  if (outcome.kind !== 'answer') throw new Error('There is no answer.')
  return { status: outcome.status, body: JSON.parse(String(outcome.body)), problem: journal.entries[0]?.problem }
}

it('an answer that agrees with the document goes out', async () => {
  expect(await askWith(() => {})).toMatchObject({ status: 200, body: { username: 'zoe' }, problem: undefined })
})

it.each<[string, (state: AppState) => void, string]>([
  [
    'has a field of another type',
    (state) => Object.assign(state.user('zoe'), { first_name: 5 }),
    'The sandbox broke the document: first_name must be string, got 5.',
  ],
  [
    'lacks a field',
    (state) => Reflect.deleteProperty(state.user('zoe'), 'username'),
    'The sandbox broke the document: username is required.',
  ],
  [
    'has a status that is not documented',
    (state) =>
      Object.defineProperty(state, 'user', {
        value() {
          throw new Problem(418, 'I am a teapot.')
        },
      }),
    'The sandbox broke the document: status 418 is not documented',
  ],
  [
    'comes of a mistake',
    (state) => Object.defineProperty(state, 'user', { value: undefined }),
    'The sandbox failed: app.user is not a function',
  ],
])('an answer that %s is a 500 that says so', async (_what, tamper, message) => {
  expect(await askWith(tamper)).toEqual({
    status: 500,
    body: { code: 50001, type: 'InternalError', message },
    problem: message,
  })
})
