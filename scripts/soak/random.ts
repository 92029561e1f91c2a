/**
 * A number from 0 to 1 that follows from others: the same ones give the same, in whatever order they are asked for.
 * Calls end in another order on each run, so a generator that is asked in turn could not be replayed.
 */
export function random(...keys: readonly number[]): number {
  let state = 0x9e3779b9
  for (const key of keys) {
    state = Math.imul(state ^ key, 0x85ebca6b)
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
    state = (state ^ (state >>> 16)) + 0x6d2b79f5
  }
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32
}

/** One of the names, each as often as its weight says. */
export function pick<Name extends string>(weights: Readonly<Record<Name, number>>, chance: number): Name {
  const names = Object.keys(weights) as Name[]
  let left = chance * names.reduce((sum, name) => sum + weights[name], 0)
  const chosen = names.find((name) => {
    left -= weights[name]
    return left < 0
  })
  if (chosen === undefined) throw new RangeError(`Nothing to pick from: ${chance}.`)
  return chosen
}
