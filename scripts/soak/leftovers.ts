import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Returns the resources that Node itself keeps open. */
const own = /^(Pipe|TTY|FS|Immediate|MessagePort|CloseReq)/

/** Returns the open resources of this process, by kind. */
export function openResources(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const kind of process.getActiveResourcesInfo())
    if (!own.test(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** Returns the resources that were not open before. Those that are being closed get up to `patience` milliseconds. */
export async function leftovers(before: ReadonlyMap<string, number>, patience: number): Promise<string[]> {
  const until = performance.now() + patience
  for (;;) {
    const more = [...openResources()].map(([kind, count]) => [kind, count - (before.get(kind) ?? 0)] as const)
    const left = more.flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}`] : []))
    if (left.length === 0 || performance.now() > until) return left
    await sleep(20)
  }
}

/** Returns the bytes of the heap that are reachable. */
export async function heapUsed(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // Objects with a finalizer go in the second round.
  for (let round = 0; round < 3; round++) {
    collect()
    await setImmediate()
  }
  return process.memoryUsage().heapUsed
}
