import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { documentFile } from '../../scripts/document.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { type Row, versionOf } from './row.js'
import type { Program, Tool } from './tool.js'

const username = 'username_new*user'
const user = { username, first_name: 'Զոյա 佐伊 🎉' }

/** Makes a client with a tool, compiles a program on it, looks for every operation in it, and calls the sandbox by it. */
export async function tryClient({ name, folder, generate }: Tool, operations: readonly string[]): Promise<Row> {
  const client = fileURLToPath(new URL(`${folder}/client`, import.meta.url))
  const source = new URL(`${folder}/program.ts`, import.meta.url)
  await rm(client, { recursive: true, force: true })
  await generate(fileURLToPath(documentFile), client)
  const errors = compile(fileURLToPath(source))
  const { program }: { program: Program } = await import(source.href)
  const missing = operations.filter((operation) => typeof program.functions[operation] !== 'function')
  const { url, problems } = await call(program)
  return {
    tool: name,
    version: await versionOf(name),
    did: 'made a client',
    result: `${operations.length - missing.length} of ${operations.length} operations, ${errors.length} errors of tsc --strict, read ${username} at ${url}`,
    problems: [...missing.map((operation) => `has no ${operation}`), ...errors, ...problems],
  }
}

function compile(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    // Of the generators' own libraries only: what they generate has no .d.ts.
    skipLibCheck: true,
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, start = 0, messageText }) =>
        `${file?.fileName}:${start}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    )
}

/** Reads a user of a sandbox. Returns the address as it went out, and what went wrong. */
async function call(program: Program): Promise<{ url: string; problems: string[] }> {
  const sandbox = createSandbox({ seed: { users: [user] } })
  const server = await listen(sandbox)
  const problems: string[] = []
  try {
    const { username, first_name } = await program.getUser(server.baseUrl(), 'sandbox-key', user.username)
    const got = JSON.stringify({ username, first_name })
    if (got !== JSON.stringify(user)) problems.push(`read ${got}, where ${JSON.stringify(user)} is kept`)
  } catch (error) {
    problems.push(`the call failed: ${error}`)
  }
  await server.close()
  return { url: sandbox.journal.entries[0]?.url ?? 'none', problems }
}
