import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSandbox } from 'sceyt-platform/sandbox'
import { demo } from 'sceyt-platform/sandbox/demo'
import { describe, expect, test } from 'vitest'
import { folder } from './program.js'

const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.config.ts'))
const tests = await readdir(join(folder, 'test'))
const readme = await readFile(join(folder, 'README.md'), 'utf8')

test('There are ten recipes.', () => {
  expect(files).toHaveLength(10)
})

test('The README lists every recipe and no other, and every channel id in it is in the demo.', () => {
  const named = [...readme.matchAll(/\]\(([\w.-]+\.ts)\)/g)].map(([, file]) => file)
  expect([...new Set(named)].sort()).toEqual([...files].sort())
  const { channels } = createSandbox({ seed: demo }).snapshot().apps['sandbox'] ?? {}
  for (const [id] of readme.matchAll(/\d{18}/g)) expect(channels?.map((channel) => channel.id)).toContain(id)
})

describe.each(files)('%s', (file) => {
  const name = file.replace(/(\.test)?\.ts$/, '')

  test('has a test, or is one.', async () => {
    if (file.endsWith('.test.ts')) return expect(await readFile(join(folder, file), 'utf8')).toContain('expect(')
    expect(tests).toContain(`${name}.test.ts`)
    // Imported, or run as a program.
    expect(await readFile(join(folder, 'test', `${name}.test.ts`), 'utf8')).toMatch(
      new RegExp(`'(\\.\\./(serve/)?${name}\\.js|${name}\\.ts)'`),
    )
  })

  test('starts with a comment, is at most 60 lines long, and imports the package by name.', async () => {
    const text = await readFile(join(folder, file), 'utf8')
    expect(text).toMatch(/^\/\/ [A-Z]/)
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(60)
    expect(text).toMatch(/from 'sceyt-platform['/]/)
    expect(text).not.toMatch(/from '\.\.\//)
  })
})
