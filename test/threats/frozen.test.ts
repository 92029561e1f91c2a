import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Freezes prototypes, loads every entry, and makes calls that fail in several ways. */
const program = `
for (const it of [Object, Array, Function, Error, TypeError, Promise, Map, Set, RegExp, Date, String, Number])
  for (const object of [it.prototype, it]) Object.freeze(object)
const load = (entry) => import(process.argv[1] + 'src/' + entry + '.ts')
const { createSceyt } = await load('index')
const { TokenError } = await load('token/index')
const validating = await load('validate/index')
for (const entry of ['node/index', 'sandbox/index', 'sandbox/browser/index', 'sandbox/demo/index', 'sandbox/msw/index', 'sandbox/node/index', 'sandbox/playwright/index', 'sandbox/vitest/index']) await load(entry)
const options = { baseUrl: 'https://api.example.com', apiKey: 'test-key', maxRetries: 0 }
const call = (fetch) => createSceyt({ ...options, fetch }).users.get('zoe').then(String, (error) => error.name)
const lines = [
  await call(async () => Response.json({ username: 'zoe' })),
  await call(async () => Response.json({ message: 'No' }, { status: 404, headers: { 'x-a': '1' } })),
  await call(async () => { throw new TypeError('fetch failed', { cause: new Error('inner') }) }),
  await call(async () => new Response('<')),
  await createSceyt(options).users.list({ limit: 51 }).catch((error) => error.name + ' ' + error.message),
  await validating.createSceyt({ ...options, validate: 'throw', fetch: async () => Response.json({ username: 5 }) }).users.get('zoe').catch((error) => error.name),
  new TokenError('expired', 'It has expired.').name,
]
console.log(JSON.stringify(lines))
process.exit()
`

it.each([
  ['frozen prototypes', []],
  ['--frozen-intrinsics', ['--frozen-intrinsics']],
])('every entry loads, and errors have their names: %s', { timeout: 60_000 }, async (_what, flags) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, '--no-warnings', '--import', 'tsx', '--input-type=module', '--eval', program, root],
    { cwd: root },
  )
  expect(JSON.parse(stdout)).toEqual([
    '[object Object]',
    'NotFoundError',
    'ConnectionError',
    'ResponseError',
    'InputError users.list: limit must be 1 to 50, got 51.',
    'ValidationError',
    'TokenError',
  ])
})
