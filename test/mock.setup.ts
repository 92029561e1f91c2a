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

/** Starts the mock in a process of its own, so that a crash of it fails tests and not the runner. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const script = fileURLToPath(new URL('../scripts/mock.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let output = ''
  child.stdout.setEncoding('utf8')
  const url = await Promise.race([
    (async () => {
      for await (const chunk of child.stdout) {
        output += chunk
        const found = /listening at (\S+)\//.exec(output)
        if (found?.[1]) return found[1]
      }
      throw new Error('The mock closed its output.')
    })(),
    exited.then(([code]) => {
      throw new Error(`The mock ended with ${code}: ${output}`)
    }),
  ])
  project.provide('mockUrl', url)
  return async () => {
    child.kill()
    await exited
  }
}
