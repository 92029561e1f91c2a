import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Milliseconds in which processes may end by themselves, such as to restore the terminal, and between two checks. */
const grace = 1_000
const pause = 20

/**
 * Ends a process and those that it has started. A process group of their own would be simpler, but could not ask on the terminal.
 * Resolves once they have ended.
 */
export async function endProcessTree(pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await run('taskkill', ['/pid', String(pid), '/t', '/f']).catch(() => {})
    return
  }
  const parents = await readParents()
  const tree = [pid]
  for (const one of tree) tree.push(...[...parents].filter(([, parent]) => parent === one).map(([id]) => id))
  let left = signal(tree, 'SIGTERM')
  for (const end = performance.now() + grace; left.length > 0 && performance.now() < end; left = signal(left, 0))
    await delay(pause)
  signal(left, 'SIGKILL')
}

/** Signals processes, and returns those that had not ended. */
function signal(ids: readonly number[], name: 'SIGTERM' | 'SIGKILL' | 0): number[] {
  return ids.filter((id) => {
    try {
      return process.kill(id, name)
    } catch {
      return false
    }
  })
}

/** Returns the parent of each process, by its id. Where they cannot be listed, it is empty. */
async function readParents(): Promise<Map<number, number>> {
  const rows = process.platform === 'linux' ? await readProc() : await readPs()
  return new Map(rows)
}

/** Many containers have no `ps`. */
async function readProc(): Promise<[id: number, parent: number][]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  return Promise.all(
    ids.map(async (id) => {
      const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')
      // The name of the program precedes, in parentheses, and may contain some.
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return [Number(id), Number(parent)]
    }),
  )
}

async function readPs(): Promise<[id: number, parent: number][]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']).catch(() => ({ stdout: '' }))
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
}
