import { describe, expect, it } from 'vitest'
import { where } from '../../src/index.js'
import { failure, inSequence, json, recordingClient } from '../lib/fetches.js'

const page = (next: string | null = null) => json({ count: 1, total_count: 2, links: { next }, items: [{ id: '1' }] })
const separating = (separator: ';' | '&' | undefined) =>
  recordingClient(async () => page(), { filterSeparator: separator })
const several = where('type', 'in', ['public', 'broadcast'])

describe('filterSeparator', () => {
  it.each([
    [undefined, '%3B'],
    [';', '%3B'],
    ['&', '%26'],
  ] as const)('%j sends several values with %s between them', async (separator, encoded) => {
    const { sceyt, sent } = separating(separator)
    await sceyt.channels.list({ filter: [several], limit: 5 })
    expect(sent[0]?.url).toMatch(new RegExp(`/channels\\?filter=type%3Ain%3Apublic${encoded}broadcast&limit=5$`))
  })

  it('changes raw calls too, and those that a middleware sees', async () => {
    const { sceyt, sent } = separating('&')
    const call = () => sceyt.raw.GET('/channels', { params: { query: { filter: [several] } } })
    await call()
    sceyt.raw.use({ onRequest: ({ request }) => request })
    await call()
    for (const { url } of sent) expect(url).toMatch(/\?filter=type%3Ain%3Apublic%26broadcast$/)
    expect(sent).toHaveLength(2)
  })

  it('leaves the query of a raw call that writes its own', async () => {
    const { sceyt, sent } = separating('&')
    await sceyt.raw.GET('/channels', {
      params: { query: { filter: ['uri:in:a&b;c'] } },
      querySerializer: ({ filter }) => `f=${filter}`,
    })
    expect(sent[0]?.url).toMatch(/\?f=uri:in:a&b;c$/)
  })

  it('leaves other operators', async () => {
    const { sceyt, sent } = separating('&')
    await sceyt.channels.list({
      filter: [where('subject', 'eq', 'in:a;b&c'), where('label', 'in', ['a:b', 'c'])],
    })
    expect([...new URL(sent[0]?.url as string).searchParams]).toEqual([
      ['filter', 'subject:eq:in:a;b&c'],
      ['filter', 'label:in:a:b&c'],
    ])
  })

  it('leaves the query of the caller as it was', async () => {
    const query = { filter: [several] }
    await separating('&').sceyt.channels.list(query)
    expect(query).toEqual({ filter: ['type:in:public;broadcast'] })
  })

  it('sends the queries of later pages as the server wrote them', async () => {
    const fetch = inSequence(
      async () => page('/channels?cursor=a;b'),
      async () => page(),
    )
    const { sceyt, sent } = recordingClient(fetch, { filterSeparator: '&' })
    for await (const _page of sceyt.channels.list({ filter: [several] }).pages());
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      '?filter=type%3Ain%3Apublic%26broadcast',
      '?cursor=a;b',
    ])
  })

  it('notices a next page that is the first one', async () => {
    const { sceyt, sent } = recordingClient(async () => page('/channels?filter=type%3Ain%3Apublic%26broadcast'), {
      filterSeparator: '&',
    })
    const readAll = async () => {
      for await (const _page of sceyt.channels.list({ filter: [several] }).pages());
    }
    await expect(readAll()).rejects.toThrow('its next page has been read before')
    expect(sent).toHaveLength(1)
  })

  it.each([null, 5, {}])('refuses the condition %j, awaited or iterated', async (condition) => {
    const { sceyt, sent } = separating('&')
    const filter = [condition as string]
    const readAll = async () => {
      for await (const _item of sceyt.channels.list({ filter }));
    }
    const refusal = { name: 'InputError', parameter: 'filter[0]', operationId: 'listChannels' }
    expect([await failure(sceyt.channels.list({ filter })), await failure(readAll())]).toMatchObject([refusal, refusal])
    expect(sent).toEqual([])
  })

  it('refuses a value that the separator would split, before any request', async () => {
    const { sceyt, sent } = separating('&')
    const filter = ['uri:eq:a&b', where('uri', 'in', ['a&b', 'c'])]
    const message =
      'filter[1] must not contain `&`, which separates the values of `in` on this server, got "uri:in:a&b;c". Use `eq`, one value at a time.'
    for (const call of [
      sceyt.channels.list({ filter }),
      sceyt.raw.GET('/channels', { params: { query: { filter } } }),
    ]) {
      expect(await failure(call)).toMatchObject({
        name: 'InputError',
        parameter: 'filter[1]',
        message: expect.stringContaining(message),
      })
    }
    expect(sent).toEqual([])
  })

  it('accepts such a value where nothing would split it', async () => {
    const { sceyt, sent } = separating(undefined)
    await sceyt.channels.list({ filter: [where('uri', 'in', ['a&b', 'c'])] })
    expect(sent[0]?.url).toContain('a%26b%3Bc')
  })
})
