/** `npm run consumers:edge`: runs the package where Node's globals are missing or forbidden. Arguments select rows by name. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createSandbox } from 'sceyt-platform/sandbox'
import { listen } from 'sceyt-platform/sandbox/node'
import { pack, unpackInto } from './lib/packed.js'
import { reportRow } from './lib/row.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const run = promisify(execFile)
const next = here('edge/node_modules/next/dist/bin/next')
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }

const rows: Readonly<Record<string, () => Promise<unknown>>> = {
  'React Native, globals of whatwg-fetch and abort-controller': () =>
    run(process.execPath, ['react-native.mjs'], { cwd: here('edge'), timeout: 60_000 }),
  'Next.js 16.4, route handlers on Node and on the edge': callRoutes,
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !(name in rows))
if (unknown.length > 0) throw new Error(`unknown row ${unknown.join(', ')}; use ${Object.keys(rows).join('; ')}`)

const tarball = await pack()
await unpackInto(here('edge'), tarball)
await rm(dirname(tarball), { recursive: true })
for (const [name, check] of Object.entries(rows)) {
  if (names.length > 0 && !names.includes(name)) continue
  const problem = await check().then(
    () => undefined,
    (error: Error & { stdout?: string }) => [error.message, error.stdout].join('\n'),
  )
  await reportRow({ matrix: 'edge', name, ...(problem !== undefined && { problem }) })
}

/** Builds and starts an application, and calls its routes, which call a sandbox. */
async function callRoutes(): Promise<void> {
  const cwd = here('edge/next')
  await run(process.execPath, [next, 'build'], { cwd, env, timeout: 300_000 })
  const sandbox = await listen(createSandbox())
  const connection = { SCEYT_BASE_URL: sandbox.baseUrl(), SCEYT_API_KEY: 'sandbox-key' }
  const server = spawn(process.execPath, [next, 'start', '-p', '0', '-H', '127.0.0.1'], {
    cwd,
    env: { ...env, ...connection },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 60_000,
  })
  const closed = once(server, 'close')
  try {
    let origin: string | undefined
    for await (const line of createInterface(server.stdout)) {
      origin ??= /Local:\s+(http:\S+)/.exec(line)?.[1]
      if (line.includes('Ready')) break
    }
    for (const route of ['node', 'edge']) {
      const text = await (await fetch(`${origin}/api/${route}`)).text()
      const expected = JSON.stringify({ username: 'zoe', missing: true, edge: route === 'edge' })
      if (text !== expected) throw new Error(`/api/${route}: expected ${expected}, got ${text.slice(0, 500)}`)
    }
  } finally {
    server.kill('SIGKILL')
    await closed
    await sandbox.close()
  }
}
