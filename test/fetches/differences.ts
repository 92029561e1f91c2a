/** A check that fails over some implementations, for a reason of theirs. */
export interface Difference {
  implementations: readonly string[]
  checks: readonly string[]
  why: string
}

export const differences: Difference[] = [
  {
    implementations: ['node-fetch 2', 'cross-fetch'],
    checks: ['a truncated body', 'a truncated download'],
    why: 'It never ends a body that is shorter than its Content-Length, so the call ends with a TimeoutError.',
  },
  {
    implementations: ['node-fetch 2', 'cross-fetch', 'minipass-fetch', 'make-fetch-happen'],
    checks: ['an upload of a large Blob'],
    why: 'It does not support a Blob of the platform as a body. The client passes the bytes of one up to 16 MiB.',
  },
  {
    implementations: [
      'node-fetch 2',
      'node-fetch 3',
      'cross-fetch',
      'minipass-fetch',
      'make-fetch-happen',
      'axios-fetch',
    ],
    checks: ['an upload from a path'],
    why: 'It does not support a stream of the platform as a body.',
  },
  {
    implementations: ['axios-fetch'],
    checks: ['a 204', 'a truncated body of unknown length'],
    why: 'It rejects a 204, and resolves with a truncated body.',
  },
]

/** Returns the number of the difference that explains a failure, from 1, or 0. */
export function differenceOf(implementation: string, check: string): number {
  return 1 + differences.findIndex((it) => it.implementations.includes(implementation) && it.checks.includes(check))
}
