import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** Where a command finds the API. */
export interface Address {
  baseUrl: string
  apiKey: string
}

/** A command that has ended. */
export interface Ended {
  /** The exit status; null if it was killed. */
  code: number | null
  /** Seconds from the start of the process to its end. */
  seconds: number
  /** What it has printed. */
  output: string
}

export interface StartedCommand {
  child: ChildProcess
  ended: Promise<Ended>
}

/** Starts a command of the given file in a process of its own, with an address in place of any other in the environment. */
export function startCommand(
  file: string,
  parameters: readonly string[],
  { baseUrl, apiKey }: Address,
): StartedCommand {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('SCEYT_'))
  const begin = performance.now()
  const child = spawn(process.execPath, [file, ...parameters], {
    env: { ...Object.fromEntries(own), SCEYT_BASE_URL: baseUrl, SCEYT_API_KEY: apiKey },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  const ended = once(child, 'close').then(([code]) => ({ code, seconds: (performance.now() - begin) / 1000, output }))
  return { child, ended }
}
