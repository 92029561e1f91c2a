import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../document/files.js'
import { apiKey } from '../lib/fetches.js'
import { benchOf, type Check, checks } from './checks.js'
import { differenceOf } from './differences.js'
import { type Implementation, implementations } from './implementations.js'
import { openScenes } from './server.js'
import { toMarkdown } from './table.js'

/** Milliseconds after which a check counts as failed. */
const limit = 4_000

const results = new Map<string, string[]>()

async function cellOf(check: Check, { name, fetch }: Loaded): Promise<string> {
  const server = await openScenes()
  const timer = new Promise((resolve) => setTimeout(resolve, limit, 'no end'))
  const observed = await Promise.race([check.observe(benchOf(fetch, server)), timer]).catch(String)
  server.close()
  // The key goes to this server alone, and a redirect is not followed.
  expect(server.requests.filter(({ path, key }) => key !== apiKey || path.startsWith('/elsewhere'))).toEqual([])
  const difference = differenceOf(name, check.name)
  if (difference > 0) expect.soft(observed, check.name).not.toEqual(check.expected)
  else expect.soft(observed, check.name).toEqual(check.expected)
  return difference > 0 ? `no (${difference})` : 'yes'
}

interface Loaded {
  name: string
  fetch: Awaited<ReturnType<Implementation['load']>>
}

it.each(implementations)('the client works over $name', async ({ name, needs = 0, load }) => {
  results.set(name, [])
  const isOld = Number.parseFloat(process.versions.node) < needs
  const loaded = isOld ? undefined : { name, fetch: await load() }
  for (const check of checks) results.get(name)?.push(loaded ? await cellOf(check, loaded) : 'yes')
})

it('the table in CONTRIBUTING.md is up to date', async () => {
  const table = toMarkdown(results)
  console.log(table)
  const document = (await readFile(join(root, 'CONTRIBUTING.md'), 'utf8')).split('\n')
  expect(table.split('\n').filter((line) => !document.includes(line))).toEqual([])
})
