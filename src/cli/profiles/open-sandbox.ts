import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createSandbox, type Sandbox } from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import { keepIn, type Store } from 'sceyt-platform/sandbox/node'
import { makeFolder } from '../make-folder.js'
import { printNote } from '../print-note.js'
import { UsageError } from '../usage-error.js'
import type { Server } from './server.js'

/** How long to wait for another command that uses the same sandbox, in milliseconds, and between two attempts. */
const longestWait = 10_000
const pause = 20

/** The same as those of the command `sandbox`, so that it can serve the file. */
const apps = [{ appId: 'sandbox', apiKey: 'sandbox-key' }]

/**
 * Opens the sandbox of a profile: in this process, with its state in a file. A new one has the demo world.
 *
 * @param path - The file; undefined if no request will be sent.
 * @param wait - How long to wait for another process that uses the file, in milliseconds.
 * @throws UsageError if the file cannot be used, or another process does not release it.
 */
export async function openSandbox(
  name: string,
  path: string | undefined,
  wait = longestWait,
): Promise<Pick<Server, 'options' | 'close'>> {
  if (path === undefined) return { options: createSandbox({ apps }).connection(), close: async () => {} }
  const sandbox = createSandbox({ apps, seed: demo })
  const store = await keep(name, path, sandbox, wait)
  return { options: sandbox.connection(), close: () => store.close() }
}

async function keep(name: string, path: string, sandbox: Sandbox, wait: number): Promise<Store> {
  const onError = (error: unknown) =>
    printNote(`Cannot save the sandbox of the profile ${JSON.stringify(name)}: ${(error as Error).message}`)
  const end = performance.now() + wait
  for (;;) {
    try {
      await makeFolder(dirname(path))
      return await keepIn(path, sandbox, onError)
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      const isLocked = code === 'ELOCKED'
      if (isLocked && performance.now() < end) {
        await delay(pause)
        continue
      }
      const waited = isLocked && wait > 0 ? ` after ${wait / 1000} s` : ''
      throw new UsageError(`Cannot open the sandbox of the profile ${JSON.stringify(name)}${waited}: ${message}`)
    }
  }
}
