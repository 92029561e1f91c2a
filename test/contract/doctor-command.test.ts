import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { demo } from '../../src/sandbox/demo.js'
import { listen } from '../../src/sandbox/node.js'
import { createSandbox } from '../../src/sandbox.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const apiKey = 'k3y-that-must-never-be-seen'

async function runDoctor(environment: Record<string, string>, ...parameters: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, SCEYT_API_KEY: apiKey, ...environment }
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'doctor', ...parameters], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk))
  const [code] = await once(child, 'close')
  return { code, output }
}

it('reports on a server that differs in nothing, and ends with 0', async () => {
  const server = await listen(createSandbox({ apps: [{ appId: 'app', apiKey }], seed: demo }))
  onTestFinished(() => server.close())
  const { code, output } = await runDoctor({ SCEYT_API_URL: server.origin, SCEYT_APP_ID: 'app' })
  expect([code, output]).toEqual([
    0,
    expect.stringMatching(/^# sceyt-platform doctor\n\n127\.0\.0\.1:\d+, asked by sceyt-platform .* requests, all GET\.\n\n\*\*0 facts differ, /),
  ])
  expect(output).toContain('Not tried, since they write: `application.update`')
  expect(output).not.toContain(apiKey)
})

it('shows no key that the server echoes, and ends with 1', async () => {
  const server = createServer(({ headers }, response) => {
    response.end(JSON.stringify({ [String(headers['platform-api-key'])]: headers }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { code, output } = await runDoctor({}, '--base-url', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  expect(code).toBe(1)
  expect(output).toContain('/[redacted]')
  expect(output).not.toContain(apiKey)
})

it.each([
  [{ SCEYT_API_KEY: '' }, [], 'SCEYT_API_KEY is missing. Set it in the environment.'],
  [{}, ['--base-url', 'http://api.example.com'], 'is plain http'],
  [{}, ['--timeout', 'soon', '--base-url', 'http://127.0.0.1:9'], 'timeout must be a number of milliseconds'],
  [{}, ['--api-kye', 'x'], "Unknown option '--api-kye'"],
])('refuses %j %j, and ends with 2', async (environment, parameters, message) => {
  expect(await runDoctor(environment as Record<string, string>, ...parameters)).toEqual({ code: 2, output: expect.stringContaining(message) })
})
