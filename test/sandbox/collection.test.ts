import { expect, it } from 'vitest'
import { Collection, type Entry, type Index } from '../../src/sandbox/state/collection.js'
import { StateSize } from '../../src/sandbox/state/state-size.js'

type Item = { readonly id: string; readonly text?: string }

const items = (count: number): Item[] => Array.from({ length: count }, (_, index) => ({ id: `${index}` }))
const create = (index?: Index<Item>) => new Collection<Item>(new StateSize(), ({ id }) => id, index)

/** The same items, added one by one and filled in with a part of the index built. */
const pairs = [0, 1, 3, 5].map((indexed) => {
  const added = create()
  for (const item of items(5)) added.add(item)
  const filled = create()
  filled.fill(items(5))
  filled.index(indexed)
  return { indexed, added, filled }
})

it.each(pairs)(
  'filled in, with the index of $indexed items, is like one whose items were added',
  ({ added, filled }) => {
    for (const collection of [added, filled]) {
      collection.add({ id: 'new' })
      collection.replace({ id: '2', text: 'changed' })
      expect(collection.delete('0')).toEqual({ id: '0' })
      expect(collection.delete('0')).toBeUndefined()
      collection.add({ id: 'newer' })
      collection.setPlaces([[2, 7]])
      expect(collection.get('new')).toEqual({ id: 'new' })
      collection.replace({ id: '4', text: 'changed' })
    }
    expect([...filled]).toEqual([...added])
    expect(filled.entries.map(({ place }) => place)).toEqual(added.entries.map(({ place }) => place))
    expect(['0', '1', 'new', 'none'].map((id) => filled.has(id))).toEqual([false, true, true, false])
  },
)

it('shares an index with others, and removes its items from it when it is cleared, even before they are in it', () => {
  const index = new Map<string, Entry<Item>>()
  const size = new StateSize()
  const [first, second] = [0, 1].map(() => new Collection<Item>(size, ({ id }) => id, index))
  if (!first || !second) throw new Error('There are two.')
  first.fill(items(3))
  second.add({ id: 'other' })
  const { bytes } = size
  first.index(1)
  expect([first.has('other'), second.has('1')]).toEqual([false, false])
  first.clear()
  first.index()
  expect([...index.keys()]).toEqual(['other'])
  expect(size.bytes).toBeLessThan(bytes)
  second.clear()
  expect(size.bytes).toBe(0)
})
