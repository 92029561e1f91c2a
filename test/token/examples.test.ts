import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pair, parse, pem } from './pair.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
// Within the project, so that the examples find its packages.
const folder = `${root}node_modules/.token-examples`
const sources = [
  'src/token/create-token.ts',
  'src/token/verify-token.ts',
  'src/token/token-error.ts',
  'src/sandbox/sandbox.ts',
  'src/sandbox/index.ts',
  'src/sandbox/faults.ts',
  'src/sandbox/journal.ts',
  'src/sandbox/state/clock.ts',
  'src/sandbox/node/listen.ts',
  'src/sandbox/node/store.ts',
  'src/sandbox/msw/index.ts',
]
const examples = (await Promise.all(sources.map((source) => readFile(root + source, 'utf8')))).flatMap((text, index) =>
  [...text.matchAll(/@example\n +\* ```ts\n(.*?) +\* ```/gs)].map(([, lines = '']) => ({
    source: sources[index] as string,
    code: lines.replaceAll(/^ +\* ?/gm, ''),
  })),
)
const readme = await readFile(`${root}README.md`, 'utf8')
const [, readmeExample = ''] = /```js\n(import \{ createUserToken.*?)```/s.exec(readme) ?? []
const fileOf = (index: number) => `${folder}/example-${index}.ts`

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  for (const [index, { code }] of examples.entries()) await writeFile(fileOf(index), code)
  await writeFile(`${folder}/readme.ts`, `${readmeExample}\nexport { token, expiresAt }\n`)
})
afterAll(() => rm(folder, { recursive: true }))

describe('the examples in the sources', () => {
  it('are in each of them', () => {
    expect(new Set(examples.map(({ source }) => source))).toEqual(new Set(sources))
  })

  it('compile', () => {
    const { options } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config,
      ts.sys,
      root,
    )
    const files = examples.map((_, index) => fileOf(index))
    const program = ts.createProgram(files, options)
    const problems = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  })

  it.each(examples.map(({ source, code }, index) => [source, index, code] as const))(
    '%s: run, and print what they say (%d)',
    async (_source, index, code) => {
      const expected = [...code.matchAll(/console\.log\(.*\) \/\/ (.+)/g)].map(([, comment]) => comment)
      expect(expected).not.toEqual([])
      const print = vi.spyOn(console, 'log').mockImplementation(() => {})
      try {
        await import(/* @vite-ignore */ pathToFileURL(fileOf(index)).href)
        expect(print.mock.calls.map((values) => values.join(' '))).toEqual(expected)
      } finally {
        print.mockRestore()
      }
    },
  )
})

it('the README’s example runs', async () => {
  vi.stubEnv('SCEYT_PRIVATE_KEY', pem(pair.privateKey, 'pkcs8'))
  try {
    const { token, expiresAt } = await import(/* @vite-ignore */ pathToFileURL(`${folder}/readme.ts`).href)
    expect(parse(token).claims).toMatchObject({ sub: 'zoe', exp: expiresAt.getTime() / 1000 })
  } finally {
    vi.unstubAllEnvs()
  }
})
