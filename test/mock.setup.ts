import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the mock. */
    mockUrl: string
  }
}

interface Mock {
  url: string
  stop(): Promise<void>
}

/** Provides the mock to the tests of a project, and stops it after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await start()
  project.provide('mockUrl', url)
  return stop
}

/** Starts the mock in a process of its own, so that a crash of it fails tests and not the runner. */
async function start(): Promise<Mock> {
  const script = fileURLToPath(new URL('../scripts/mock.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const url = await Promise.race([
    readUrl(child.stdout.setEncoding('utf8')),
    exited.then(([code]) => {
      throw new Error(`The mock ended with ${code}.`)
    }),
  ])
  return {
    url,
    async stop() {
      child.kill()
      await exited
    },
  }
}

async function readUrl(output: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of output) {
    text += chunk
    const [, url] = /listening at (\S+)\//.exec(text) ?? []
    if (url) return url
  }
  throw new Error(`The mock closed its output: ${text}`)
}
