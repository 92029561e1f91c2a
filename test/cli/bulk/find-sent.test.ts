import { describe, expect, it } from 'vitest'
import { findSent } from '../../../src/cli/bulk/find-sent.js'
import { type RowFields, type RowKind, rowKinds, toRowCall } from '../../../src/cli/bulk/row-kind.js'
import { json, recordingClient } from '../../lib/fetches.js'

const kindOf = (name: string) => rowKinds.find((kind) => kind.name === name) as RowKind

/** Looks for a row in the list of a server. Returns the columns that are equal, or `all`, of each item that is found. */
async function find(kind: string, row: RowFields, ...items: object[]) {
  const page = { count: items.length, links: { next: null }, messages: items, items, users: items }
  const { sceyt } = recordingClient(async () => json(page))
  const sent = { call: toRowCall(kindOf(kind), row, false), at: 0 }
  const found = (await findSent(sceyt, [sent])).get(sent) ?? []
  return found.map(({ same }) => same ?? 'all')
}

const message = { channel: '1', from: 'zoe', body: 'Hi', type: 'file', metadata: '7' }
const stored = { id: '101437428530810880', from: 'zoe', body: 'Hi', type: 'file', metadata: '7' }
const file = { name: 'a.txt', type: 'file', url: 'https://cdn.example.com/a', size: 1024 }

describe('a message that may have been sent is', () => {
  it.each<[string, object]>([
    ['as it was sent', {}],
    ['with further fields', { attachments: [], mentions: ['zoe'] }],
  ])('found in a list that has it %s', async (_name, more) => {
    expect(await find('messages', message, { ...stored, ...more })).toEqual(['all'])
  })

  it.each<[string, object]>([
    ['as text', { size: '1024' }],
    ['with further fields', { size: 1024, id: '7' }],
  ])('found in a list that has its attachment %s', async (_name, more) => {
    const own = { channel: '1', from: 'zoe', body: 'Hi', attachments: [file] }
    expect(await find('messages', own, { ...stored, attachments: [{ ...file, ...more }] })).toEqual(['all'])
  })

  it.each<[string, object]>([
    ['lacks its type and metadata', { type: undefined, metadata: undefined }],
    ['has null for them', { type: null, metadata: null }],
  ])('found by its author and text in a list that %s', async (_name, more) => {
    expect(await find('messages', message, { ...stored, ...more })).toEqual([['from', 'body']])
  })

  it('found by its author and text in a list that lacks a part of its attachment', async () => {
    const own = { channel: '1', from: 'zoe', body: 'Hi', attachments: [file] }
    const attachments = [{ ...file, name: undefined }]
    expect(await find('messages', own, { ...stored, attachments })).toEqual([['from', 'body']])
  })

  it('found once if the list has an equal one', async () => {
    expect(await find('messages', message, { ...stored, type: undefined }, stored)).toEqual(['all'])
  })

  it.each<[string, object]>([
    ['author', { from: 'lena' }],
    ['text', { body: 'Hi!' }],
    ['type', { type: 'media' }],
    ['number of attachments', { attachments: [file, file] }],
    ['attachment', { attachments: [{ ...file, url: 'https://cdn.example.com/b' }] }],
    ['size of the attachment', { attachments: [{ ...file, size: '1025' }] }],
  ])('not found in a list that has one with another %s', async (_name, more) => {
    const own = { ...message, attachments: [file] }
    expect(await find('messages', own, { ...stored, attachments: [file], ...more })).toEqual([])
  })

  it('found in a list that leaves out what is empty', async () => {
    const own = { channel: '1', from: 'zoe', body: 'Hi', metadata: '', attachments: [] }
    expect(await find('messages', own, { id: stored.id, from: 'zoe', body: 'Hi' })).toEqual(['all'])
  })

  it('not found in a list with nothing in common', async () => {
    expect(await find('messages', message, { id: stored.id })).toEqual([])
  })
})

describe('a channel that may have been created is', () => {
  const channel = { id: stored.id, subject: 'Chess', owner: { username: 'zoe', first_name: 'Zoe' } }
  const row = { type: 'private', subject: 'Chess', owner: 'zoe' }

  it.each<[string, unknown, unknown[]]>([
    ['found with its type', 'private', ['all']],
    ['found with the number of its type', 1, ['all']],
    ['found by the rest with a type that only the server has', 'group', [['subject', 'owner']]],
    ['found by the rest without a type', undefined, [['subject', 'owner']]],
    ['not found with another type', 'public', []],
  ])('%s', async (_name, type, expected) => {
    expect(await find('channels', row, { ...channel, type })).toEqual(expected)
  })

  it('found by its members with a type that only the server has', async () => {
    const members = [{ username: 'zoe' }, { username: 'zoe' }]
    const item = { ...channel, type: 'group', username: 'zoe' }
    expect(await find('channels', { type: 'direct', members }, item, item)).toEqual([['members'], ['members']])
  })

  it('found by its type and label if the list of its members lacks their roles', async () => {
    const members = [{ username: 'zoe', role: 'Owner' }, { username: 'lena' }]
    const item = { ...channel, type: 'direct', label: 'x', username: 'zoe' }
    expect(
      await find('channels', { type: 'direct', label: 'x', members }, item, { ...item, username: 'lena' }),
    ).toEqual([
      ['type', 'label'],
      ['type', 'label'],
    ])
  })
})
