import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { createSandbox } from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import { afterAll, describe, expect, test } from 'vitest'
import { folder, run, serve } from './program.js'

const read = (file: string) => parseEnv(readFileSync(join(folder, file), 'utf8'))

describe('The same program', () => {
  const children: ChildProcess[] = []
  afterAll(() => {
    for (const child of children) child.kill()
  })

  test('runs against Prism.', async () => {
    // The program behind `npm run mock`, in the root of the repository.
    const mock = spawn(process.execPath, ['--import', 'tsx', 'scripts/mock.ts', '--port', '0'], {
      cwd: join(folder, '../..'),
    })
    children.push(mock)
    const [line] = (await once(mock.stdout, 'data')) as [Buffer]
    const { origin, pathname } = new URL(/http:\S+/.exec(String(line))?.[0] ?? '')
    expect(pathname).toBe(`/v1/${read('prism.env')['SCEYT_APP_ID']}/`)
    // A variable that is set takes precedence over the file; here it has a free port.
    const { code, out, err } = await run(['--env-file=prism.env', 'switch-servers.ts'], { SCEYT_API_URL: origin })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/ has \d+ channels\. The first is Book club\.\n$/)
  })

  test('runs against the sandbox.', async () => {
    const { appId, apiKey } = createSandbox().connection()
    expect(read('sandbox.env')).toEqual({
      SCEYT_API_URL: 'http://127.0.0.1:4010',
      SCEYT_APP_ID: appId,
      SCEYT_API_KEY: apiKey,
    })
    const { server, sandbox } = await serve({ seed: demo })
    const { code, out } = await run(['--env-file=sandbox.env', 'switch-servers.ts'], { SCEYT_API_URL: server.origin })
    expect([code, out]).toEqual([
      0,
      `${demo.application?.name} has ${demo.channels?.length} channels. The first is ${demo.channels?.[0]?.subject}.\n`,
    ])
    expect(sandbox.journal.entries.map(({ operation }) => operation)).toEqual(['getApplication', 'listChannels'])
    await server.close()
  })

  test('runs against a stand-in for the real server, with only the three variables.', async () => {
    const calls: string[] = []
    const real = createServer((request, response) => {
      calls.push(`${request.method} ${request.url} ${request.headers['platform-api-key']}`)
      const links = { current: null, previews: null, next: null, first: null, last: null }
      const body = request.url?.endsWith('/application')
        ? { name: 'Shop' }
        : { count: 0, total_count: 0, links, items: [] }
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    }).listen(0, '127.0.0.1')
    await once(real, 'listening')
    const env = {
      SCEYT_API_URL: `http://127.0.0.1:${(real.address() as AddressInfo).port}/`,
      SCEYT_APP_ID: 'shop',
      SCEYT_API_KEY: 'real-key',
    }
    await expect(run(['switch-servers.ts'], env)).resolves.toEqual({
      code: 0,
      out: 'Shop has 0 channels. The first is not there yet.\n',
      err: '',
    })
    expect(calls).toEqual(['GET /v1/shop/application real-key', 'GET /v1/shop/channels?limit=1 real-key'])
    real.close()
  })
})

test('Without the variables it reports which one is missing.', async () => {
  const { code, err } = await run(['switch-servers.ts'], { SCEYT_API_URL: '', SCEYT_APP_ID: '', SCEYT_API_KEY: '' })
  expect(code).toBe(1)
  expect(err).toContain('SCEYT_API_URL')
})
