import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createSandbox, type Sandbox, type SandboxOptions } from 'sceyt-platform/sandbox'
import { listen, type SandboxServer } from 'sceyt-platform/sandbox/node'

/** The folder with the recipes. */
export const folder = fileURLToPath(new URL('../', import.meta.url))

/** A sandbox on a port, and the environment variables for a recipe that calls it. */
export interface ServedSandbox {
  sandbox: Sandbox
  server: SandboxServer
  env: Record<'SCEYT_API_URL' | 'SCEYT_APP_ID' | 'SCEYT_API_KEY', string>
}

export async function serve(options?: SandboxOptions): Promise<ServedSandbox> {
  const sandbox = createSandbox(options)
  const server = await listen(sandbox)
  const { appId, apiKey } = sandbox.connection()
  return { sandbox, server, env: { SCEYT_API_URL: server.origin, SCEYT_APP_ID: appId, SCEYT_API_KEY: apiKey } }
}

/** Starts a recipe as a reader would, in its own process. */
export function start(
  parameters: string[],
  env: Record<string, string>,
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  return spawn(process.execPath, ['--import', 'tsx', ...parameters], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs a recipe until it exits. */
export async function run(
  parameters: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(parameters, env)
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { code, out, err }
}
