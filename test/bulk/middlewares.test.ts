import { runBulk } from 'sceyt-platform/bulk'
import { expect, it } from 'vitest'
import { type Fetch, InputError } from '../../src/index.js'
import { failing, json, recordingClient, respondingWith } from '../lib/fetches.js'
import { useFastTimers, useJournal } from './journals.js'

const journal = useJournal()
useFastTimers()

const wrong = () => 'logged' as never
const invalid = () => {
  throw new InputError('channelId', 'must not be empty.')
}
const sent: Fetch = () => json({ id: '1' })

it.each<[string, object, Fetch]>([
  ['a text from onError, after a reset', { onError: wrong }, failing('ECONNRESET')],
  ['a text from onResponse, after a 502', { onResponse: wrong }, respondingWith(502)],
  ['an InputError from onError, after a reset', { onError: invalid }, failing('ECONNRESET')],
  ['an InputError from onResponse, after a success', { onResponse: invalid }, sent],
  ['another call that is not valid, after a success', {}, sent],
])('a message that may have been sent is parked, whatever a middleware does: %s', async (what, middleware, fetch) => {
  const client = recordingClient(fetch, { maxRetries: 0, logLevel: 'silent' })
  client.sceyt.raw.use({ onRequest() {}, ...middleware })
  const run = () =>
    runBulk({
      items: ['a'],
      key: (item) => item,
      async perform(item, call) {
        await client.sceyt.messages.send('1', { from: 'zoe', body: item }, call)
        if (what.startsWith('another call')) await client.sceyt.users.get('', call)
      },
      journal: journal.option,
    })
  expect(await run()).toMatchObject({ parked: 1, failed: 0 })
  expect(await run()).toMatchObject({ parked: 1, failed: 0 })
  expect(client.sent).toHaveLength(1)
})

it('a message that is not valid is failed', async () => {
  const { sceyt } = recordingClient(sent)
  const perform = (item: string) => sceyt.messages.send('', { from: 'zoe', body: item })
  expect(await runBulk({ items: ['a'], key: String, perform, journal: journal.option })).toMatchObject({ failed: 1 })
})
