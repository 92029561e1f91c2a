import fc from 'fast-check'
import { expect, it } from 'vitest'
import { KeyTable } from '../../src/bulk/key-table.js'
import { randomCases } from '../lib/random.js'

/** Keys that are alike, and any others. */
const key = fc.oneof(
  fc.nat(500).map(String),
  fc.nat(20_000).map(String),
  fc.nat().map(String),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
)
const state = fc.integer({ min: 1, max: 255 })

it('the table is the same as a Map', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, state), { size: 'max', maxLength: 4000 }), fc.array(key), (entries, others) => {
      const table = new KeyTable()
      const model = new Map<string, number>()
      const check = (name: string) => {
        if (table.get(name) !== (model.get(name) ?? 0)) expect.unreachable(name)
      }
      for (const [name, value] of entries) {
        check(name)
        table.set(name, value)
        model.set(name, value)
      }
      for (const name of [...model.keys(), ...others]) check(name)
    }),
    randomCases(20),
  )
})

it('the table keeps 50,000 keys apart, and their states when they change', () => {
  const table = new KeyTable()
  const names = Array.from({ length: 50_000 }, (_value, index) => `user-${index}`)
  for (const [index, name] of names.entries()) table.set(name, (index % 255) + 1)
  for (const [index, name] of names.entries()) if (table.get(name) !== (index % 255) + 1) expect.unreachable()
  for (const name of names) table.set(name, 7)
  for (const name of names) if (table.get(name) !== 7) expect.unreachable()
  expect(table.get('user-50000')).toBe(0)
})

it.each([
  ['from 0 on', (index: number) => index],
  ['from high to low', (index: number) => 20_000 - index],
  ['with gaps', (index: number) => index * 5],
  ['far apart', (index: number) => index * 40_000],
])('the table keeps numbers apart, %s, and from texts that are like them', (_name, numberOf) => {
  const table = new KeyTable()
  const keys = Array.from({ length: 20_000 }, (_value, index) => String(numberOf(index)))
  for (const [index, name] of keys.entries()) {
    table.set(name, (index % 255) + 1)
    if (index % 100 === 0) table.set(`0${name}`, 255 - (index % 200))
  }
  for (const [index, name] of keys.entries()) {
    const found = [name, `0${name}`, `${name}.0`].map((text) => table.get(text))
    const expected = [(index % 255) + 1, index % 100 === 0 ? 255 - (index % 200) : 0, 0]
    // `expect` for each of them takes seconds.
    if (found.join() !== expected.join()) expect(found, name).toEqual(expected)
  }
})

it('an empty table has no key', () => {
  expect(new KeyTable().get('zoe')).toBe(0)
  expect(new KeyTable().get('0')).toBe(0)
})
