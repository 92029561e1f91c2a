/**
 * Runs work for each item, a number of items at a time. After an error no further item is begun, those that are being worked on
 * are finished, and it rejects.
 *
 * @param isStopped - Ends it as an error does, without one.
 */
export async function runPool<Item>(
  items: AsyncIterator<Item>,
  concurrency: number,
  work: (item: Item) => Promise<void>,
  isStopped: () => boolean,
): Promise<void> {
  let problem: { error: unknown } | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const worker = async () => {
    while (!problem && !isStopped()) {
      const next = turn.then(() => items.next())
      turn = next.catch(() => {})
      try {
        const { done, value } = await next
        if (done) return
        await work(value)
      } catch (error) {
        problem ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  await items.return?.()
  if (problem) throw problem.error
}
