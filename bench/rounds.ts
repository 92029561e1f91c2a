/** A contestant's share of a round; resolves with what it measured. */
export type Batch = () => Promise<number>

/**
 * Runs every contestant once a round, so that noise of the machine falls on all of them alike.
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
      // What one contestant left behind must not be swept up on the time of the next. A major collection would unlearn optimized code, too.
      globalThis.gc?.({ type: 'minor' })
      const figure = await contestants[name]()
      if (round >= 0) figures[name].push(figure)
    }
  }
  return figures
}

// Every other round runs backwards: in a mere rotation everybody would follow the same neighbour each time.
function orderOf<Name>(names: readonly Name[], round: number): Name[] {
  const first = round % names.length
  const rotated = [...names.slice(first), ...names.slice(0, first)]
  return round % 2 === 0 ? rotated : rotated.reverse()
}
