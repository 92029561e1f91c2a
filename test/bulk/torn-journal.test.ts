import { readFileSync, writeFileSync } from 'node:fs'
import { runBulk } from 'sceyt-platform/bulk'
import { expect, it } from 'vitest'
import { ConflictError } from '../../src/index.js'
import { header, useFastTimers, useJournal } from './journals.js'

const journal = useJournal()
useFastTimers()

const context = { status: 409, headers: new Headers(), body: {} }
const unavailable = new Error('The connection broke.')
/** Users can be created again; messages, whose keys begin with `m`, cannot be sent again. */
const items = ['u-zoë', 'm-👩‍💻', 'u-"', 'm-2', 'u-3', 'm-\n']
const isRepeatable = (key: string) => key.startsWith('u')

/** Runs the job against a server that has performed some items already. Returns the items in the order of their calls. */
async function run(performed: Map<string, number>, fails: (key: string, attempt: number) => boolean = () => false) {
  const calls: string[] = []
  const perform = async (key: string) => {
    calls.push(key)
    if (fails(key, calls.filter((other) => other === key).length)) throw unavailable
    if (isRepeatable(key) && performed.has(key)) throw new ConflictError(context)
    performed.set(key, (performed.get(key) ?? 0) + 1)
    return 1
  }
  const progress = await runBulk({
    items,
    key: (key) => key,
    perform,
    isRepeatable,
    toRecord: (result, key) => (isRepeatable(key) ? result : undefined),
    concurrency: 3,
    journal: journal.option,
  })
  return { calls, progress }
}

/** Returns the keys of the records of a kind, in a journal or in a part of one. */
function keysIn(bytes: Buffer, name: string): string[] {
  const lines = bytes
    .subarray(0, bytes.lastIndexOf('\n') + 1)
    .toString()
    .split('\n')
  return lines.flatMap((line) => (line.startsWith(`{"${name}":`) ? [JSON.parse(line)[name] as string] : []))
}

it('a journal that is cut off at any byte loses nothing that is done, and sends nothing twice', async () => {
  await run(new Map(), (key, attempt) => attempt === 1 && (key === 'u-zoë' || key === 'm-2'))
  const whole = readFileSync(journal.path)
  expect(new Set(['begin', 'done', 'unknown'].flatMap((name) => keysIn(whole, name)))).toEqual(new Set(items))
  for (let end = 0; end <= whole.length; end++) {
    const bytes = whole.subarray(0, end)
    const done = new Set(keysIn(bytes, 'done'))
    const begun = new Set(keysIn(bytes, 'begin'))
    // The server may have performed everything that was begun, or only what is known to be done.
    for (const performed of begun.size === done.size ? [done] : [begun, done]) {
      writeFileSync(journal.path, bytes)
      const state = new Map([...performed].map((key) => [key, 1]))
      const { calls, progress } = await run(state)
      const place = `after ${end} of ${whole.length} bytes`
      expect(
        calls.filter((key) => done.has(key)),
        place,
      ).toEqual([])
      expect(new Set(calls).size, place).toBe(calls.length)
      expect(
        [...state.values()].filter((times) => times !== 1),
        place,
      ).toEqual([])
      expect(
        items.filter((key) => isRepeatable(key) && !state.has(key)),
        place,
      ).toEqual([])
      expect(progress.skipped, place).toBe(done.size)
      expect(progress.failed, place).toBe(0)
      expect(progress.done + progress.parked, place).toBe(items.length)
      // What is parked was begun, and has no known end.
      const open = [...begun].filter((key) => !done.has(key) && !isRepeatable(key))
      expect(progress.parked, place).toBe(open.length)
    }
    const text = readFileSync(journal.path, 'utf8')
    expect(text.startsWith(`${header}\n`)).toBe(true)
    for (const line of text.split('\n').slice(0, -1)) JSON.parse(line)
  }
})

it('zero bytes at the end, as a crash of the machine leaves them, are a torn line', async () => {
  journal.write(header, '{"begin":"u-3"}', '{"done":"u-3"}')
  const text = readFileSync(journal.path, 'utf8')
  writeFileSync(journal.path, text + '\0'.repeat(4096))
  const { calls, progress } = await run(new Map([['u-3', 1]]))
  expect(calls).not.toContain('u-3')
  expect(progress).toMatchObject({ done: 6, skipped: 1 })
  expect(readFileSync(journal.path, 'utf8')).not.toContain('\0')
})
