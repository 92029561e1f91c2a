import { test as base, describe, expect } from 'vitest'
import { createSceyt, InputError } from '../../src/index.js'
import * as playwright from '../../src/sandbox/playwright/index.js'
import * as vitest from '../../src/sandbox/vitest/index.js'
import { named } from './open.js'

const connectionNames = ['apiUrl', 'appId', 'apiKey', 'apiKeyHeader', 'baseUrl', 'fetch', 'allowHttp', 'allowBrowser']
const seed = { users: named('zoe') }
const test = base.extend(vitest.sandboxFixtures({ seed }, { client: { maxRetries: 0, logLevel: 'silent' } }))

test('the client of the fixtures has its options', async ({ sandbox, sceyt }) => {
  const fault = sandbox.faults.add({ status: 503 })
  await expect(sceyt.users.get('zoe')).rejects.toMatchObject({ status: 503, attempts: 1 })
  expect(fault.hits).toBe(1)
})

base('the client of the fixtures for Playwright has its options', async () => {
  const fixtures = playwright.sandboxFixtures({ seed }, { origin: '*', client: { maxRetries: 0 } })
  const [sandbox] = fixtures.sandbox
  sandbox.faults.add({ status: 503 })
  await fixtures.sceyt({ sandbox }, async (sceyt) => {
    await expect(sceyt.users.get('zoe')).rejects.toMatchObject({ status: 503, attempts: 1 })
  })
})

describe.each([
  ['Vitest', vitest.sandboxFixtures],
  ['Playwright', playwright.sandboxFixtures],
])('options of the client of the fixtures for %s', (_runner, sandboxFixtures) => {
  base('are refused before the tests if they are invalid', () => {
    expect(() => sandboxFixtures({}, { client: { timeout: -1 } })).toThrow(InputError)
  })

  base('are all those of createSceyt but the connection', () => {
    const namesIn = (create: () => unknown) => {
      try {
        create()
      } catch (error) {
        return (error as Error).message.match(/(?<=; use ).*(?=\.)/)?.[0].split(', ')
      }
      return undefined
    }
    const all = namesIn(() => createSceyt({ bogus: 1 } as object)) ?? []
    const allowed = namesIn(() => sandboxFixtures({}, { client: { bogus: 1 } as object })) ?? []
    expect(all.filter((name) => !allowed.includes(name)).sort()).toEqual([...connectionNames].sort())
  })

  base('that are not known are refused with the names of those that are allowed', () => {
    expect(() => sandboxFixtures({}, { client: { bogus: 1 } as object })).toThrow(
      /^client: there is no option "bogus"; use filterSeparator, (?!.*apiKey).*, inspect\.$/,
    )
    expect(() => sandboxFixtures({}, { client: { maxRetry: 1 } as object })).toThrow(
      'client: there is no option "maxRetry"; did you mean "maxRetries"?',
    )
  })

  base.for(connectionNames)('must not include %s, which the sandbox sets', (name) => {
    expect(() => sandboxFixtures({}, { client: { [name]: 'a' } })).toThrow(
      `client must not have the option ${name}, which the sandbox sets.`,
    )
  })
})
