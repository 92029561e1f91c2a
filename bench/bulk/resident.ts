import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

/** The resident memory of a process over its life. */
export interface Resident {
  /** Megabytes at the peak. */
  peak: number
  /** Megabytes at regular times. */
  samples: readonly number[]
}

const interval = 50

/** Watches the memory of a process of Linux. The function that it returns stops that. */
export function watchMemory(child: ChildProcess): () => Resident {
  const samples: number[] = []
  let peak = 0
  const sample = () => {
    const status = statusOf(child.pid)
    // A process that has ended has no memory, until its parent knows.
    if (!status?.includes('VmHWM')) return
    peak = Math.max(peak, megabytes(status, 'VmHWM'))
    samples.push(megabytes(status, 'VmRSS'))
  }
  const timer = setInterval(sample, interval)
  void once(child, 'exit').then(() => clearInterval(timer))
  return () => {
    clearInterval(timer)
    return { peak, samples }
  }
}

function statusOf(pid: number | undefined): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return undefined
  }
}

function megabytes(status: string, name: string): number {
  const [, kibibytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? []
  return (Number(kibibytes) * 1024) / 1e6
}
