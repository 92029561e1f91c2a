import { expect, it } from 'vitest'
import { limiter, runBulk } from '../../src/bulk/index.js'
import { createSceyt } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { useJournal } from './journals.js'

const journal = useJournal()

it('Calls that the client holds back after a 429 are not sent together when it lets them go.', async () => {
  const sandbox = createSandbox({ rateLimit: { requests: 100, window: 1000 } })
  const sceyt = createSceyt(sandbox.connection())
  // Others have used up the first window.
  await Promise.all(Array.from({ length: 100 }, () => sceyt.roles.list()))
  const times: number[] = []
  sandbox.journal.listen(({ time }) => times.push(Date.parse(time)))
  const { done } = await runBulk({
    items: Array.from({ length: 200 }, (_, index) => `u${index}`),
    key: (username) => username,
    perform: (username, options) => sceyt.users.create({ username }, options),
    journal: journal.option,
    concurrency: 64,
    limiter: limiter({ rate: 80 }),
  })
  expect(done).toBe(200)
  const inTenth = times.map((start) => times.filter((time) => time >= start && time < start + 100).length)
  // 8 at the rate of the job, and 64 if they are sent together.
  expect(Math.max(...inTenth)).toBeLessThan(30)
})
