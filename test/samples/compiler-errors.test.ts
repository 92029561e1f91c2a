import { mkdir, rm, writeFile } from 'node:fs/promises'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProject } from './compile.js'
import { root } from './examples.js'

const folder = `${root}node_modules/.compiler-errors`
const file = `${folder}/calls.ts`
const setup = `import { createSceyt, type User, where } from 'sceyt-platform'
declare const users: User[]
const sceyt = createSceyt()
export { sceyt, users, where }
`

/** Wrong calls, and all that the compiler should say of each. The order of the words in a union is its own. */
const wrong: Record<string, string | RegExp> = {
  "where('type', 'is', 'public')": /^Argument of type '"is"' is not assignable to parameter of type '.*"not_eq".*'\.$/,
  "where('colour', 'eq', 'red')":
    /^Argument of type '"colour"' is not assignable to parameter of type '.*"created_at".*'\.$/,
  "where('type', 'eq', 5)": `Argument of type '5' is not assignable to parameter of type '"public" | "private" | "direct" | (string & {})'.`,
  "where('uri', 'in', 'a')": "Argument of type 'string' is not assignable to parameter of type 'readonly string[]'.",
  "where('subject', 'eq', new Date())": "Argument of type 'Date' is not assignable to parameter of type 'string'.",
  "where('type', 'eq' as 'eq' | 'in', 'public')": `Argument of type '"public"' is not assignable to parameter of type 'never'.`,
  'await sceyt.users.list().pages()':
    "Type of 'await' operand must either be a valid promise or must not contain a callable 'then' member.",
  "sceyt.channels.createDirect({ members: [{ username: 'zoe' }] })":
    "Type '[{ username: string; }]' is not assignable to type 'readonly [MemberAdd, MemberAdd]'.\n  Source has 1 element(s) but target requires 2.",
  'sceyt.channels.createDirect({ members: users })':
    "Type 'User[]' is not assignable to type 'readonly [MemberAdd, MemberAdd]'.\n  Target requires 2 element(s) but source may have fewer.",
}
const calls = Object.keys(wrong)
const suggesting = "where('type', 'eq', '"
let project: ts.Program

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  await writeFile(file, setup + calls.join('\n'))
  project = createProject([file])
}, 120_000)

afterAll(() => rm(folder, { recursive: true }))

describe('the compiler reports one plain problem for', () => {
  it.each(Object.entries(wrong))('%s', (call, message) => {
    const source = project.getSourceFile(file) as ts.SourceFile
    const line = setup.split('\n').length - 1 + calls.indexOf(call)
    const reported = project
      .getSemanticDiagnostics(source)
      .filter(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line === line)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    expect(reported).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)])
  })
})

it('an editor suggests the usual words for a filter of types', () => {
  const text = `${setup}${suggesting}')`
  const service = ts.createLanguageService({
    getCompilationSettings: () => project.getCompilerOptions(),
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name)
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  })
  const { entries = [] } = service.getCompletionsAtPosition(file, text.length - 2, {}) ?? {}
  expect(entries.map(({ name }) => name).sort()).toEqual(['direct', 'private', 'public'])
})
