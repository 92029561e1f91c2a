import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('bulk-program.ts', import.meta.url))

/** A worker in a process of its own. */
export interface BulkProcess {
  child: ChildProcess
  /** What it has printed since it is ready. */
  lines: readonly string[]
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>
  /** Closes it, and waits for its end. */
  close(): Promise<void>
}

/** Starts a worker, and waits until it is ready. */
export async function startBulkProcess(redis: string, baseUrl: string, takeover = 1_000): Promise<BulkProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify({ redis, baseUrl, takeover })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const reader = createInterface({ input: child.stdout })
  const [first] = await Promise.race([once(reader, 'line'), once(child, 'exit')])
  if (first !== 'ready') throw new Error(`a worker ended: ${String(first)}`)
  const lines: string[] = []
  reader.on('line', (line) => lines.push(line))
  const end = async (stop: () => void) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    stop()
    await once(child, 'exit')
  }
  return {
    child,
    lines,
    kill: () => end(() => child.kill('SIGKILL')),
    close: () => end(() => child.stdin.end()),
  }
}
