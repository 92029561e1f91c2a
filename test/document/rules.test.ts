import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Finding, lint } from '../../scripts/lint/lint.js'
import { rules } from '../../scripts/lint/rules.js'
import { root } from './files.js'
import { accepted } from './rules/accepted.js'
import { exampleFlaws } from './rules/example-flaws.js'
import { flaws as factFlaws } from './rules/flaws.js'
import { generatorFlaws } from './rules/generator-flaws.js'
import { type Flaw, good, type Sources } from './rules/sources.js'

const flaws = [...factFlaws, ...exampleFlaws, ...generatorFlaws]

type Problem = Pick<Finding, 'rule' | 'message'>

let folder: string
type Change = Pick<Flaw, 'mutate'>

let unflawed: Problem[] | undefined
const found = new Map<Change, Problem[]>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-rules-'))
  const config = {
    plugins: [join(root, 'scripts/lint/plugin.js')],
    rules: Object.fromEntries(Object.keys(rules).map((rule) => [`sceyt/${rule}`, 'error'])),
  }
  await writeFile(join(folder, 'redocly.yaml'), JSON.stringify(config))
  const changes: Change[] = [...flaws, ...accepted]
  const documents = [good, ...changes.map(changed)]
  const apis = await Promise.all(documents.map((sources, index) => write(join(folder, String(index)), sources)))
  const reports = await lint(apis, '--config', join(folder, 'redocly.yaml'))
  const [first, ...others] = reports.map((findings) => findings.map(({ rule, message }) => ({ rule, message })))
  unflawed = first
  changes.forEach((change, index) => {
    found.set(change, others[index] ?? [])
  })
}, 60_000)

afterAll(() => rm(folder, { recursive: true }))

function changed({ mutate }: Change): Sources {
  const sources = structuredClone(good)
  mutate(sources)
  return sources
}

/** Writes the files of a document that are not undefined, and returns its first one. JSON is YAML too. */
async function write(folder: string, sources: Sources): Promise<string> {
  for (const [name, content] of Object.entries(sources)) {
    if (content === undefined) continue
    const file = join(folder, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, JSON.stringify(content, null, 2))
  }
  return join(folder, 'openapi.yaml')
}

test('A document without a flaw passes every rule.', () => {
  expect(unflawed).toEqual([])
})

test.each(accepted)('$what passes every rule.', (change) => {
  expect(found.get(change)).toEqual([])
})

describe('A rule finds its flaw, and no other rule reports it:', () => {
  test.each(flaws.map((flaw) => [flaw.rule, flaw.flaw, flaw] as const))('%s: %s.', (rule, _flaw, flaw) => {
    expect(found.get(flaw)).toEqual(flaw.messages.map((message) => ({ rule: `sceyt/${rule}`, message })))
  })
})

test.each(Object.keys(rules))('The rule %s has a flaw to find.', (rule) => {
  expect(flaws.map((flaw) => flaw.rule)).toContain(rule)
})

describe('redocly.yaml', async () => {
  const config = await readFile(join(root, 'redocly.yaml'), 'utf8')
  const topLevel = config.slice(config.search(/^rules:$/m)).split(/\n(?=\S)/)[0]

  test.each(Object.keys(rules))('makes an error of what %s finds.', (rule) => {
    expect(topLevel?.split('\n')).toContain(`  sceyt/${rule}: error`)
  })

  test('switches a rule off only where it cannot hold: a bundle has no file for each path.', () => {
    expect(config.match(/^ .*\boff$/gm)).toEqual(['      sceyt/path-file: off'])
  })
})
