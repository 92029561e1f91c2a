import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { apart } from '../../vitest.config.js'
import { root } from '../samples/examples.js'

const text = await readFile(`${root}CONTRIBUTING.md`, 'utf8')

describe('the commands in CONTRIBUTING.md', () => {
  it('are all npm scripts, but not the steps that npm runs by itself', async () => {
    const { scripts } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as { scripts: object }
    const named = new Set([...text.matchAll(/`(?:npm (?:run )?)?([\w:]+)\b[^`]*`/g)].map(([, name]) => name))
    expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual(['prepack'])
  })

  it('name the folders of tests that `npm test` leaves out', () => {
    const row = text.split('\n').find((line) => line.startsWith('| `npm test`'))
    expect([...apart, 'package'].filter((folder) => !row?.includes(folder))).toEqual([])
  })
})
