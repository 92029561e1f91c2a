/** One contestant's part of a round. Resolves with its figure. */
export type Batch = () => Promise<number>

/**
 * Runs every contestant once per round, so that the noise of the machine affects all of them equally.
 * Returns the figures of each, round by round.
 */
export async function interleave<Name extends string>(
  contestants: Readonly<Record<Name, Batch>>,
  { rounds, warmUps }: { rounds: number; warmUps: number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[]
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of orderOf(names, round + warmUps)) {
      // One contestant's garbage must not be collected in the next one's time. A major collection would also discard optimized code.
      globalThis.gc?.({ type: 'minor' })
      const figure = await contestants[name]()
      if (round >= 0) figures[name].push(figure)
    }
  }
  return figures
}

// Every other round runs backwards: in a plain rotation, each contestant would always follow the same one.
function orderOf<Name>(names: readonly Name[], round: number): Name[] {
  const first = round % names.length
  const rotated = [...names.slice(first), ...names.slice(0, first)]
  return round % 2 === 0 ? rotated : rotated.reverse()
}
