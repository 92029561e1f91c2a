import ts from 'typescript'
import { expect, inject, it } from 'vitest'
import { compilerIn } from './compiler.js'
import { anywhere, imported, inNode, mixed, required, withMsw, withoutNode } from './programs.js'

const compile = compilerIn(inject('scratch'), [
  'sceyt-platform',
  'jose',
  'openapi-fetch',
  'openapi-typescript-helpers',
  'msw',
])
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  target: ts.ScriptTarget.ES2022,
} satisfies ts.CompilerOptions

/** The ways to resolve modules, each with its module format. */
const resolutions = {
  node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  bundler: { module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler },
  // Without `exports`: the default of `"module": "commonjs"`.
  node10: {
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    verbatimModuleSyntax: false,
  },
} satisfies Record<string, ts.CompilerOptions>

/** The environments of a program: the globals that it can use without an import. */
const places = {
  Node: { types: ['node'], lib: ['lib.es2023.d.ts'] },
  'Node, with the DOM': { types: ['node'], lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'] },
  'a page': { types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] },
  'a worker': { types: [], lib: ['lib.es2022.d.ts', 'lib.webworker.d.ts'] },
} satisfies Record<string, ts.CompilerOptions>

/** Returns the programs for an environment. MSW's own types need those of a page or of a worker. */
const programsFor = (place: keyof typeof places) => ({
  'anywhere.mts': anywhere,
  'imported.cts': imported,
  ...(place.startsWith('Node') ? { 'node.mts': inNode } : { 'without-node.mts': withoutNode }),
  ...(place !== 'Node' && { 'msw.mts': withMsw }),
})

/** Each resolution in its usual environment, and one of them in each environment. */
const homes: [keyof typeof resolutions, keyof typeof places][] = [
  ['nodenext', 'Node'],
  ['nodenext', 'Node, with the DOM'],
  ['nodenext', 'a page'],
  ['nodenext', 'a worker'],
  ['node16', 'Node'],
  ['bundler', 'a page'],
  ['bundler', 'a worker'],
  ['node10', 'Node'],
]

it.each(homes)('under %s in %s, the types compile without skipLibCheck', (resolution, place) => {
  const { problems } = compile(
    { ...programsFor(place), 'required.cts': required, 'mixed.mts': mixed },
    { ...strict, ...resolutions[resolution], ...places[place] },
  )
  expect(problems).toEqual([])
})

it('the types compile without exactOptionalPropertyTypes too', () => {
  const options = {
    ...strict,
    ...resolutions.nodenext,
    ...places['Node, with the DOM'],
    exactOptionalPropertyTypes: false,
  }
  expect(compile(programsFor('Node, with the DOM'), options).problems).toEqual([])
})

it('three calls cost the compiler at most 1,000 instantiations', () => {
  const options = { ...strict, ...resolutions.nodenext, ...places.Node, skipLibCheck: true }
  const client = `import { createSceyt } from 'sceyt-platform'\nexport const sceyt = createSceyt()\n`
  const calls = `export const user = await sceyt.users.get('zoe')
export const message = await sceyt.messages.send('1', { from: 'zoe', body: 'Hello' })
export const channels = await sceyt.channels.list()
`
  const [without, having] = [client, client + calls].map((program) => compile({ 'calls.mts': program }, options))
  expect([without?.problems, having?.problems]).toEqual([[], []])
  const added = Number(having?.instantiations) - Number(without?.instantiations)
  expect(added).toBeGreaterThan(0)
  expect(added).toBeLessThanOrEqual(1_000)
})
