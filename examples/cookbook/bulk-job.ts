// Creates a user for each row of a database, or updates an existing one, with at most 200 requests per second.
// Run it again after Ctrl-C or a crash: rows that are done are skipped, and those that may have been sent are sent again.
import { createSceyt } from 'sceyt-platform'
import { limiter, runBulk } from 'sceyt-platform/bulk'

/** Stands for your database: SELECT id, login, name FROM people WHERE id > $1 ORDER BY id LIMIT 100. */
async function select(after: number): Promise<{ id: number; login: string; name: string }[]> {
  const ids = Array.from({ length: Math.min(100, 500 - after) }, (_, index) => after + index + 1)
  return ids.map((id) => ({ id, login: `person${id}`, name: `Person ${id}` }))
}

/** Yields the rows. Only one page is in memory. */
async function* rows() {
  for (let page = await select(0); page.length > 0; page = await select(page.at(-1)?.id ?? 0)) yield* page
}

const sceyt = createSceyt()
// The job names the server: a row that is done in the sandbox is not done on the real server.
const job = `people to ${sceyt.baseUrl}`
const stop = new AbortController()
// Requests in flight are finished. A second Ctrl-C ends the program at once.
process.once('SIGINT', () => stop.abort())
try {
  const { failed } = await runBulk({
    items: rows(),
    key: ({ id }) => String(id),
    perform: ({ login, name }, call) => sceyt.users.upsert({ username: login, first_name: name }, call),
    // Sending a row twice has the same effect as sending it once.
    isRepeatable: () => true,
    journal: { path: process.argv[2] ?? 'people.journal.ndjson', job },
    limiter: limiter({ rate: 200 }),
    signal: stop.signal,
    onProgress({ type, key, error, progress: { done, skipped, failed } }) {
      if (type === 'failed') console.error(`\rRow ${key}: ${error}`)
      process.stderr.write(`\r${done} done (${skipped} before), ${failed} failed`)
    },
  })
  process.exitCode = failed > 0 ? 1 : 0
} catch (error) {
  if (!stop.signal.aborted) throw error
  process.stderr.write('\nStopped. Run it again to go on.')
  process.exitCode = 130
}
console.error()
