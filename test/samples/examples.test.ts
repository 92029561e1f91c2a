import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { endpointsOf, readDocument } from '../../scripts/document.js'
import { stubIndexedDb } from '../lib/indexed-db.js'
import { createProject, problemsIn } from './compile.js'
import { examplesIn, readExamples, root, toModule } from './examples.js'
import { type Recorder, startRecorder } from './recorder.js'

const openapi = await readDocument()
const methods = endpointsOf(openapi).flatMap(({ operation }) => [
  operation['x-sdk-name'],
  ...(operation['x-sdk-compose'] ? [operation['x-sdk-compose'].name] : []),
])
const examples = await readExamples()
// Within the project, so that the examples find its packages.
const folder = `${root}node_modules/.examples`
const fileOf = (index: number) => `${folder}/example-${index}.ts`
const files = examples.map((_, index) => fileOf(index))
const entries = [
  ...['', 'bulk/', 'bulk/bullmq/', 'node/', 'token/', 'validate/', 'redis/', 'sandbox/'],
  ...['browser', 'demo', 'msw', 'node', 'playwright', 'vitest'].map((name) => `sandbox/${name}/`),
].map((entry) => `${root}src/${entry}index.ts`)
/**
 * Examples that others run: test/browser/ and test/sandbox/vitest-fixtures.test.ts those for test runners, and test/redis/ those
 * that need Redis.
 */
const runElsewhere = /^src\/(sandbox\/(playwright|vitest)|bulk\/bullmq)\//
let project: ts.Program
let work: string
let recorder: Recorder

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  for (const [index, example] of examples.entries()) await writeFile(fileOf(index), toModule(example))
  // An example may end with its result, which nothing uses.
  project = createProject([...files, ...entries], { noUnusedLocals: false })
  work = await mkdtemp(join(tmpdir(), 'sceyt-examples-'))
  await writeFile(join(work, 'hello.txt'), 'Hello')
  recorder = await startRecorder(inject('mockUrl'))
  stubIndexedDb()
  vi.stubEnv('SCEYT_API_URL', recorder.url)
  vi.stubEnv('SCEYT_APP_ID', '8lwox2ge93')
  vi.stubEnv('SCEYT_API_KEY', 'test-key')
}, 120_000)

afterAll(async () => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  recorder.close()
  await Promise.all([work, folder].map((path) => rm(path, { recursive: true })))
})

describe('the examples in comments', () => {
  it('are 60 or more', () => {
    expect(examples.length).toBeGreaterThanOrEqual(60)
  })

  it('show every method of the client', () => {
    const code = examples.filter(({ source }) => source.startsWith('generated/')).map((example) => example.code)
    expect(code).toHaveLength(methods.length)
    expect(methods.filter((method) => !code.some((text) => text.includes(`sceyt.${method}(`)))).toEqual([])
  })

  it('show every function, class and method that the package exports', () => {
    expect(withoutExample(project)).toEqual([])
  })

  it('compile', () => {
    expect(problemsIn(project, files)).toEqual([])
  })

  const programs = examples
    .map((example, index) => [`${example.source}: ${example.name}`, index, example] as const)
    .filter(([_title, _index, { source }]) => !runElsewhere.test(source))

  it.each(programs)('%s runs (%d)', async (_title, index, { prints, source }) => {
    recorder.passed.length = 0
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    const home = process.cwd()
    process.chdir(work)
    try {
      await import(/* @vite-ignore */ pathToFileURL(fileOf(index)).href)
      if (prints.length > 0) expect(print.mock.calls.map((values) => values.join(' '))).toEqual(prints)
    } finally {
      process.chdir(home)
      print.mockRestore()
    }
    if (source.startsWith('generated/')) expect(recorder.passed).not.toEqual([])
    for (const { status, violations } of recorder.passed) {
      expect(violations).toBeNull()
      expect(status).toBeLessThan(300)
    }
  })
})

describe('the reader of examples', () => {
  const comment = `/**
 * Adds.
 *
 * @example
 * \`\`\`ts
 * // First this.
 * console.log(add(1, 2)) // 3
 * \`\`\`
 */
export function add(one: number, other: number): number`

  it('finds the code, the name of the declaration, and what is printed', () => {
    expect(examplesIn('add.ts', comment)).toEqual([
      { source: 'add.ts', name: 'add', code: '// First this.\nconsole.log(add(1, 2)) // 3\n', prints: ['3'] },
    ])
  })

  it('adds what an example uses, and neither imports nor declares', () => {
    expect(toModule({ code: "await sceyt.users.get('zoe')" })).toBe(
      "import { createSceyt } from 'sceyt-platform'\nconst sceyt = createSceyt()\nawait sceyt.users.get('zoe')\nexport {}\n",
    )
    expect(toModule({ code: "where('type', 'eq', 'public')" })).toMatch(/^import \{ where \}/)
    expect(toModule({ code: "import { where } from 'sceyt-platform'\nwhere()" })).toMatch(/^import .*\nwhere\(\)\n/)
  })
})

/** The exported functions and classes, and the public methods of those, that no comment shows how to use. */
function withoutExample(project: ts.Program): string[] {
  const checker = project.getTypeChecker()
  const missing: string[] = []
  const check = (symbol: ts.Symbol, name: string) => {
    const tags = symbol.getJsDocTags(checker).map((tag) => tag.name)
    if (!tags.includes('example') && !tags.includes('internal')) missing.push(name)
  }
  for (const entry of entries) {
    const module = checker.getSymbolAtLocation(project.getSourceFile(entry) as ts.SourceFile) as ts.Symbol
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      if (symbol.flags & ts.SymbolFlags.Function) check(symbol, symbol.name)
      if (!(symbol.flags & ts.SymbolFlags.Class)) continue
      // The page of a class shows its methods too, each with an example.
      const hasMethods = [...(symbol.members ?? [])].some(([, member]) => member.flags & ts.SymbolFlags.Method)
      // `Sceyt` extends `Resources`, and has an example.
      if (!hasMethods && symbol.name !== 'Resources') check(symbol, symbol.name)
      for (const [key, member] of symbol.members ?? []) {
        const isPublic = !member.declarations?.some(
          (declaration) =>
            ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected),
        )
        const name = String(key)
        if (member.flags & ts.SymbolFlags.Method && isPublic && !name.startsWith('__'))
          check(member, `${symbol.name}.${name}`)
      }
    }
  }
  return [...new Set(missing)]
}
