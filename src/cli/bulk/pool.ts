import { ItemReader } from '../../bulk/item-reader.js'

/**
 * Runs work for each item, and for `concurrency` items at a time. After an error no further item is started, and the promise rejects
 * once those in progress are finished.
 *
 * @param isStopped - Whether to start no further item.
 */
export async function runPool<Item>(
  items: AsyncIterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<void>,
  isStopped: () => boolean,
): Promise<void> {
  const reader = new ItemReader(items)
  let problem: { error: unknown } | undefined
  const worker = async () => {
    while (!problem && !isStopped()) {
      try {
        const { done, value } = await reader.next()
        if (done) return
        await work(value)
      } catch (error) {
        problem ??= { error }
        reader.stop()
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  await reader.close()
  if (problem) throw problem.error
}
