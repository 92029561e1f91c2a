import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { describe, expect, inject, it } from 'vitest'
import { joinStrings } from '../../scripts/build/join-strings.js'
import { markPure } from '../../scripts/build/mark-pure.js'
import { stripOpenapiFetch } from '../../scripts/build/strip-openapi-fetch.js'

const scratch = inject('scratch')

/** Bundles a program that uses the packed package. */
async function bundle(contents: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: scratch },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    external: ['undici', 'msw', 'jose'],
    ...options,
  })
  return outputFiles?.[0]?.text ?? ''
}

/** A text of each part of the package, by which it is found in a bundle. */
const parts = {
  'the operations': 'createChannelType',
  'the client': 'SCEYT_API_KEY',
  'openapi-fetch': 'onRequest: must return new Request',
  SceytError: '"SceytError"',
  InputError: '"InputError"',
  StatusError: '"StatusError"',
  ApiError: '"ApiError"',
  NotFoundError: '"NotFoundError"',
  ConflictError: '"ConflictError"',
  TimeoutError: '"TimeoutError"',
  'the sandbox': 'sandbox-key',
  'the validators': 'must match pattern',
  'the creation of tokens': 'expiresIn',
}

async function partsOf(name: string, entry = 'sceyt-platform'): Promise<string[]> {
  const code = await bundle(`import { ${name} } from '${entry}'\nconsole.log(${name})`)
  return Object.entries(parts).flatMap(([part, text]) => (code.includes(text) ? part : []))
}

describe('a bundle of one function or class', () => {
  it('contains no more than it uses', async () => {
    expect(await partsOf('where')).toEqual(['SceytError', 'InputError'])
    expect(await partsOf('createdAt')).toEqual(['SceytError', 'InputError'])
    expect(await partsOf('NotFoundError')).toEqual(['SceytError', 'StatusError', 'ApiError', 'NotFoundError'])
    expect(await partsOf('TimeoutError')).toEqual(['SceytError', 'TimeoutError'])
    expect(await partsOf('SeedError', 'sceyt-platform/sandbox')).toEqual([])
  })

  it('keeps the names of classes, which Node prints with an error, minified or not', async () => {
    for (const minify of [true, false]) {
      const code = await bundle("export { InputError, ServerError, TimeoutError } from 'sceyt-platform'", { minify })
      const url = `data:text/javascript,${encodeURIComponent(code)}`
      const classes = Object.entries((await import(/* @vite-ignore */ url)) as Record<string, { name: string }>)
      expect(classes).toHaveLength(3)
      for (const [name, Class] of classes) expect(Class.name).toBe(name)
    }
  })

  it('contains the whole client for createSceyt, without the other entries', async () => {
    expect(await partsOf('createSceyt')).toEqual(Object.keys(parts).slice(0, -3))
    expect(await partsOf('createSandbox', 'sceyt-platform/sandbox')).toEqual(
      expect.arrayContaining(Object.keys(parts).slice(-3)),
    )
  })

  it('is empty if nothing is used, also for a bundler that does not read `sideEffects`', async () => {
    for (const file of ['index', 'page', 'token/index']) {
      const contents = `import './node_modules/sceyt-platform/dist/src/${file}.js'`
      const plugins: BuildOptions['plugins'] = [
        {
          name: 'side-effects',
          setup: ({ onResolve, resolve }) =>
            onResolve({ filter: /^\./ }, async ({ path, pluginData, ...from }) =>
              pluginData ? undefined : { ...(await resolve(path, { ...from, pluginData: true })), sideEffects: true },
            ),
        },
      ]
      // esbuild keeps products of numbers.
      expect((await bundle(contents, { plugins })).replaceAll(/var (\w+=[\w*]+[,;])+\s*/g, ''), file).toBe('')
    }
  })
})

describe('markPure', () => {
  it('marks what bundlers would keep, and nothing else', () => {
    const kept = `const a = [1, { b: 'c' }, () => d(), -1];\nlet e = /* @__PURE__ */ f(2);\nfunction g() { h() }`
    expect(markPure(kept)).toBe(kept)
    expect(markPure('const a = b(1);')).toBe('const a = /* @__PURE__ */ b(1);')
    expect(markPure('const a = b(c());')).toBe('const a = /* @__PURE__ */ (() => (b(c())))();')
    expect(markPure('const a = [...b];')).toBe('const a = /* @__PURE__ */ (() => ([...b]))();')
    expect(markPure('const a = { b: c.d };')).toBe('const a = /* @__PURE__ */ (() => ({ b: c.d }))();')
    expect(markPure('const a = await b();')).toBe('const a = await b();')
  })

  it('names a class of errors where it is declared', () => {
    expect(markPure('var A = class extends B {\n};\nnameErrors(A, "A");\nc();')).toBe(
      'var A = /* @__PURE__ */ nameErrors(class A extends B {\n}, "A");\n\nc();',
    )
    expect(() => markPure('nameErrors(A, "A");')).toThrow('no variable of the module is the class A')
  })
})

describe('joinStrings', () => {
  it('joins strings and templates that continue on the next line', () => {
    expect(joinStrings('a("b\\\nc", `d\\\ne`, "f\\\\", "\\n")')).toBe('a("bc", `de`, "f\\\\", "\\n")')
  })
})

describe('stripOpenapiFetch', () => {
  const module = readFile(new URL(import.meta.resolve('openapi-fetch')), 'utf8')

  it('leaves out what no call reaches', async () => {
    const code = stripOpenapiFetch(await module)
    expect(await module).toMatch(/requestInitExt,|method: "TRACE"/)
    expect(code).not.toMatch(/requestInitExt,|method: "TRACE"/)
    expect(code).toContain('method: "DELETE"')
  })

  it('fails if openapi-fetch has changed', async () => {
    const changed = (await module).replace('await fetch(request, requestInitExt)', 'await fetch(request, init)')
    expect(() => stripOpenapiFetch(changed)).toThrow('openapi-fetch must contain this once: await fetch(request')
  })
})

it('has no string over several lines, which Vite 7 changes', async () => {
  const dist = join(scratch, 'node_modules/sceyt-platform/dist')
  // No bundler reads the command.
  const modules = (await readdir(dist, { recursive: true })).filter((name) => /^(?!src\/cli\/).*\.c?js$/.test(name))
  expect(modules.length).toBeGreaterThan(16)
  for (const module of modules) {
    const code = await readFile(join(dist, module), 'utf8')
    expect(joinStrings(code) === code, module).toBe(true)
  }
})
