import { mkdirSync, openSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runBulk } from 'sceyt-platform/bulk'
import { describe, expect, it } from 'vitest'
import { JobJournal } from '../../src/bulk/job-journal.js'
import { KeyTable } from '../../src/bulk/key-table.js'
import { InputError } from '../../src/index.js'
import { failure } from '../lib/fetches.js'
import { header, turn, useJournal } from './journals.js'

const journal = useJournal()

const run = (perform: () => Promise<unknown> = () => expect.unreachable(), option = journal.option) =>
  runBulk({ items: ['zoe'], key: (name) => name, perform, journal: option })

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('')
const begun = '{"begin":"zoe"}'
const noJournal = 'is not the journal of a bulk job, and was left as it is. Use another file.'

describe('a file is refused, and stays as it is: ', () => {
  it.each<[string, string | Buffer, string]>([
    ['a line that is no JSON', lines(header, begun, 'oops', begun), ':3 is not a record of a journal, but "oops".'],
    ['a line that is torn in the middle', lines(header, begun.slice(0, 9), begun), ':2 is not a record of a journal'],
    ['an empty line', lines(header, '', begun), ':2 is not a record of a journal'],
    ['a record of another kind', lines(header, begun, '{"started":"zoe"}'), ':3 is not a record of a journal'],
    ['a record without a key', lines(header, '{"begin":7}'), ':2 is not a record of a journal'],
    ['a record that is empty', lines(header, '{}'), ':2 is not a record of a journal'],
    ['a record that is null', lines(header, 'null'), ':2 is not a record of a journal'],
    ['a second first line', lines(header, header), ':2 is not a record of a journal'],
    [
      'a line that is not UTF-8',
      Buffer.from(lines(header, '{"begin":"\xff"}'), 'latin1'),
      ':2: the line is not UTF-8.',
    ],
    ['a zero byte', lines(header, '{"begin":"\0"}'), ':2: the line has a zero byte'],
    [
      'the journal of another job',
      lines('{"journal":1,"job":"another"}', begun),
      ' is the journal of another job: another.',
    ],
    ['another version', lines('{"journal":2,"job":"a test"}'), ` ${noJournal}`],
    ['no job', lines('{"journal":1}', begun), ` ${noJournal}`],
    ['a text', 'Dear diary,\ntoday', ` ${noJournal}`],
    ['a text of one line', 'Dear diary', ` ${noJournal}`],
    ['an empty line alone', '\n', ` ${noJournal}`],
    ['a JSON value', '{"users":[]}', ` ${noJournal}`],
    ['a number', '1', ` ${noJournal}`],
    ['rows of users', lines('username', 'zoe'), ` ${noJournal}`],
    ['records without the first line', lines(begun), ` ${noJournal}`],
    ['UTF-16', Buffer.from(lines(header, begun), 'utf16le'), ': the line has a zero byte'],
    ['zero bytes', Buffer.alloc(4096), ` ${noJournal}`],
    ['gzip', gzipSync(lines(header, begun)), 'not'],
    ['every byte', Buffer.from(Array.from({ length: 256 }, (_value, index) => index)), ':1: the line'],
  ])('%s', async (_name, content, problem) => {
    writeFileSync(journal.path, content)
    const error = await failure(run())
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({ parameter: 'journal' })
    expect((error as Error).message).toContain(journal.path)
    expect((error as Error).message).toContain(problem)
    expect(readFileSync(journal.path)).toEqual(Buffer.from(content))
    expect(readdirSync(journal.folder)).toEqual(['job.journal'])
  })
})

it.each<[string, (folder: string) => string]>([
  [
    'a folder',
    (folder) => {
      mkdirSync(join(folder, 'inner'))
      return 'inner'
    },
  ],
  ['a path in a folder that does not exist', () => 'none/job.journal'],
  [
    'a path in a file',
    (folder) => {
      writeFileSync(join(folder, 'file'), '')
      return 'file/job.journal'
    },
  ],
])('%s is refused', async (_name, make) => {
  const path = join(journal.folder, make(journal.folder))
  const before = readdirSync(journal.folder)
  const error = await failure(run(undefined, { ...journal.option, path }))
  expect(error).toBeInstanceOf(InputError)
  expect((error as Error).message).toContain(path)
  expect(readdirSync(journal.folder)).toEqual(before)
})

it('a journal that is in use is refused, also in the same process', async () => {
  let finish = () => {}
  const begins = new Promise<void>((resolve) => {
    finish = resolve
  })
  const first = run(() => begins)
  const error = await failure(run())
  expect(error).toBeInstanceOf(InputError)
  expect(error).toMatchObject({ message: expect.stringContaining(`${journal.path} is in use by the bulk job`) })
  finish()
  expect(await first).toMatchObject({ done: 1 })
  expect(journal.notes()).toEqual(['begin zoe', 'done zoe'])
})

it('a journal that is in use is refused by the name of a link, too', async () => {
  const link = join(journal.folder, 'link.ndjson')
  let error: unknown
  await run(async () => {
    symlinkSync(journal.path, link)
    error = await failure(run(undefined, { ...journal.option, path: link }))
  })
  expect(error).toMatchObject({ message: expect.stringContaining('is in use by the bulk job') })
})

it('a journal that is deleted, moved or replaced lets nothing further begin', async () => {
  const started: string[] = []
  const error = await failure(
    runBulk({
      items: ['zoe', 'lena'],
      key: (name) => name,
      perform: async (name) => {
        started.push(name)
        renameSync(journal.path, `${journal.path}.moved`)
      },
      concurrency: 1,
      journal: journal.option,
    }),
  )
  expect(String(error)).toContain('it was moved, deleted or replaced. Nothing more is sent.')
  expect(started).toEqual(['zoe'])
})

it.each([
  ['an empty file', ''],
  ['a first line that was torn', header.slice(0, 14)],
  ['a first line without its line break', header],
  ['the first byte of one', '{'],
])('%s becomes the journal', async (_name, content) => {
  writeFileSync(journal.path, content)
  expect(await run(async () => {})).toMatchObject({ done: 1 })
  expect(readFileSync(journal.path, 'utf8').startsWith(`${header}\n{"begin":"zoe"`)).toBe(true)
})

it('a journal with the line breaks of Windows is read', async () => {
  writeFileSync(journal.path, `${header}\r\n{"done":"zoe"}\r\n`)
  expect(await run()).toMatchObject({ skipped: 1 })
})

it('a journal that cannot be written lets nothing begin, and says so until it is closed', async () => {
  journal.write(header)
  let released = 0
  const broken = new JobJournal(
    journal.path,
    { descriptor: openSync(journal.path, 'r'), close: () => released++ },
    new KeyTable(),
  )
  const problem = `The journal ${journal.path} cannot be written: EBADF`
  await expect(broken.begin('zoe')).rejects.toThrow(problem)
  expect(() => broken.done('zoe')).toThrow(problem)
  expect(() => broken.begin('lena')).toThrow(problem)
  await turn()
  expect(() => broken.close()).toThrow(problem)
  broken.close()
  expect(released).toBe(1)
  expect(readFileSync(journal.path, 'utf8')).toBe(`${header}\n`)
})
