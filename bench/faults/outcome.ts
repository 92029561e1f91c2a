/** The outcome of a call. */
export type Outcome = { kind: 'value'; value: unknown } | { kind: 'error'; error: unknown } | { kind: 'waiting' }

/** Waits for a call, for at most `limit` milliseconds. */
export async function outcomeOf(call: () => Promise<unknown>, limit: number): Promise<Outcome> {
  const settled = call().then(toOutcome, (error: unknown): Outcome => ({ kind: 'error', error }))
  let timer: ReturnType<typeof setTimeout> | undefined
  const waiting = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'waiting' }), limit)
  })
  return Promise.race([settled, waiting]).finally(() => clearTimeout(timer))
}

/** openapi-fetch returns errors as values, next to the data. */
function toOutcome(value: unknown): Outcome {
  if (typeof value !== 'object' || value === null || !('response' in value) || !(value.response instanceof Response))
    return { kind: 'value', value }
  return value.response.ok
    ? { kind: 'value', value: 'data' in value ? value.data : undefined }
    : { kind: 'error', error: value }
}

export function describe(outcome: Outcome, limit: number): string {
  if (outcome.kind === 'waiting') return `hangs > ${limit / 1000} s`
  if (outcome.kind === 'value') return isWhole(outcome.value) ? 'success' : 'success!'
  const { error } = outcome
  return error instanceof Error ? error.constructor.name : 'error as a value'
}

function isWhole(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('username' in value || 'id' in value)
}
