import { describe, expect, it } from 'vitest'
import { filterGrammar } from '../../generated/operations.js'
import { where } from '../../src/index.js'
import { named, open } from './open.js'

/** The labels of the channels that meet all conditions. */
async function found(...filter: string[]): Promise<string[]> {
  const { sceyt } = open({
    seed: {
      users: named('zoe', 'omar'),
      channels: [
        {
          type: 'public',
          label: 'a',
          subject: 'Book club',
          uri: 'book_club_14',
          created_at: '2020-12-01T00:00:00.000Z',
        },
        { type: 'private', label: 'b', subject: 'book CLUB', created_at: '2020-12-01T23:59:59.999Z' },
        {
          type: 'public',
          label: 'c',
          subject: 'Թեյարան: 茶 & 🍵; +1',
          uri: 'tea_14_house',
          created_at: '2020-12-09T12:00:00.000Z',
        },
        { type: 'direct', label: 'd', members: named('zoe', 'omar'), created_at: '2021-01-01T00:00:00.000Z' },
      ],
    },
  })
  const labels: (string | undefined)[] = []
  for await (const { label } of sceyt.channels.list({ filter, limit: 1 })) labels.push(label)
  const { total_count } = await sceyt.channels.list({ filter })
  expect(total_count).toBe(labels.length)
  return labels.map(String)
}

describe('a text', () => {
  it.each([
    ['subject:eq:Book club', 'a'],
    ['subject:eq:Book', ''],
    ['subject:not_eq:Book club', 'bcd'],
    ['subject:contains:lub', 'a'],
    ['subject:contains:🍵; +1', 'c'],
    ['subject:begins:Book', 'a'],
    ['subject:begins:Թեյարան: 茶 &', 'c'],
    ['subject:ends:CLUB', 'b'],
    ['subject:in:Book club;book CLUB', 'ab'],
    ['subject:gte:b', 'bc'],
    ['subject:lte:b', 'a'],
    ['uri:contains:14', 'ac'],
    ['uri:ends:14', 'a'],
    ['uri:not_eq:book_club_14', 'bcd'],
    ['label:in:a;d;x', 'ad'],
    ['label:gte:b', 'bcd'],
  ])('%s finds %s', async (condition, labels) => {
    expect((await found(condition)).join('')).toBe(labels)
  })
})

describe('a type', () => {
  it.each([
    ['type:eq:public', 'ac'],
    ['type:not_eq:private', 'acd'],
    ['type:in:public;private', 'abc'],
    ['type:eq:direct', 'd'],
    ['type:eq:broadcast', ''],
    ['type:not_eq:broadcast', 'abcd'],
    ['type:in:broadcast;direct', 'd'],
    ['type:eq:Public', ''],
  ])('%s finds %s', async (condition, labels) => {
    expect((await found(condition)).join('')).toBe(labels)
  })
})

describe('a time', () => {
  it.each([
    ['created_at:eq:2020-12-01', 'ab'],
    ['created_at:not_eq:2020-12-01', 'cd'],
    ['created_at:gte:2020-12-02', 'cd'],
    ['created_at:lte:2020-12-09', 'abc'],
    ['created_at:gte:2020', 'abcd'],
    ['created_at:lte:2020-12', 'abc'],
    ['created_at:gte:2020-12-09T12:00:00Z', 'cd'],
    ['created_at:gte:2020-12-09T16:00:00.001+04:00', 'd'],
    ['created_at:eq:2020-12-09T16:00:00+04:00', 'c'],
    ['created_at:in:2021;2020-12-09', 'cd'],
    ['created_at:begins:2020-12-0', 'abc'],
    ['created_at:contains:12:00', 'c'],
    ['created_at:ends:999Z', 'b'],
  ])('%s finds %s', async (condition, labels) => {
    expect((await found(condition)).join('')).toBe(labels)
  })
})

it('accepts several conditions, which must all be met', async () => {
  expect(
    await found(
      where('type', 'eq', 'public'),
      where('created_at', 'gte', '2020-12-01'),
      where('created_at', 'lte', '2020-12-08'),
    ),
  ).toEqual(['a'])
  expect(await found(where('type', 'eq', 'public'), where('type', 'eq', 'private'))).toEqual([])
})

it('compares created_at with a Date', async () => {
  const noon = new Date(Date.UTC(2020, 11, 1, 12))
  expect(await found(where('created_at', 'gte', noon))).toEqual(['b', 'c', 'd'])
  expect(await found(where('created_at', 'lte', noon))).toEqual(['a'])
})

it('supports every field and every operator of the document', async () => {
  for (const [field, words] of Object.entries(filterGrammar.fields)) {
    for (const operator of filterGrammar.operators)
      await expect(found(`${field}:${operator}:${words[0] ?? '2020'}`)).resolves.toBeInstanceOf(Array)
  }
})

it.each([
  ['subject', 'must use a known operator'],
  ['size:eq:1', 'must begin with a known field'],
  ['subject:like:x', 'must use a known operator'],
  ['subject:eq:', 'must have a value'],
  ['type:eq:', 'must have a value'],
  ['type:in:public;', 'must have a value'],
  ['label:in:a;;b', 'must have a value'],
  ['created_at:gte:yesterday', 'with a date'],
  ['__proto__:eq:x', 'must begin with a known field'],
])('rejects %s', async (condition, message) => {
  const { ask } = open()
  const { status, body } = await ask(`/channels?filter=${encodeURIComponent(condition)}`)
  expect([status, body.message]).toEqual([422, expect.stringContaining(message)])
})
