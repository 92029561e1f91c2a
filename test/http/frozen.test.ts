import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { serve } from '../lib/serve.js'

const program = `
  import { createSceyt } from './src/index.ts'
  import { pooledFetch } from './src/node/index.ts'
  const [baseUrl, pooled] = process.argv.slice(1)
  const sceyt = createSceyt({ baseUrl, apiKey: 'a-key-of-a-test', maxRetries: 0, timeout: 1000, ...(pooled && { fetch: pooledFetch() }) })
  // The first call loads what both need.
  await sceyt.users.get('zoe', { timeout: 20_000 })
  const outcome = await sceyt.users.get('zoe').then(({ username }) => username, (error) => error.message)
  console.log(outcome)
  process.exit()
`

it.each([
  ['the global fetch', '', false],
  ['the global fetch, compressed', '', true],
  ['pooledFetch', 'pooled', false],
  ['pooledFetch, compressed', 'pooled', true],
])(
  'a call returns the response that arrived while the process was frozen, over %s',
  async (_name, pooled, compressed) => {
    let requests = 0
    let freeze = () => {}
    const json = JSON.stringify({ username: 'zoe', text: 'x'.repeat(20_000) })
    const { origin } = await serve((_request, response) => {
      if (++requests === 2) freeze()
      // The child is frozen before anything is written, and is continued long after its timeout.
      response.writeHead(200, { 'content-type': 'application/json', ...(compressed && { 'content-encoding': 'gzip' }) })
      response.end(compressed ? gzipSync(json) : json)
    })
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', program, '--', origin, pooled],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    freeze = () => {
      child.kill('SIGSTOP')
      setTimeout(() => child.kill('SIGCONT'), 1_500)
    }
    const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')])
    expect(line).toBe('zoe')
  },
  60_000,
)
