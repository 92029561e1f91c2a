/** The time that something takes on an otherwise idle machine: the slowest of the fastest tenth. */
export function fastest(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)] ?? Number.NaN
}
