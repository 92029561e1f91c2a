import { setTimeout as sleep } from 'node:timers/promises'

/** What the process itself has, whatever the client does. */
const own = /^(Pipe|TTY|FS|Immediate|MessagePort|CloseReq)/

/** What keeps the process busy, by kind. */
export function busy(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const kind of process.getActiveResourcesInfo())
    if (!own.test(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** What is there that was not there before, once what is being closed has had so many milliseconds to go. */
export async function leftovers(before: ReadonlyMap<string, number>, patience = 1_000): Promise<string[]> {
  const until = performance.now() + patience
  for (;;) {
    const left = [...busy()]
      .filter(([kind, count]) => count > (before.get(kind) ?? 0))
      .map(([kind, count]) => `${count - (before.get(kind) ?? 0)} ${kind}`)
    if (left.length === 0 || performance.now() > until) return left
    await sleep(20)
  }
}
