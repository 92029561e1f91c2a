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

/** Generates a client with a tool, compiles a program that uses it, checks that it has every operation, and calls the sandbox with it. */
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
    did: 'generated a client',
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
    // This skips only the generators' own libraries: generated code has no .d.ts.
    skipLibCheck: true,
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, start = 0, messageText }) =>
        `${file?.fileName}:${start}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    )
}

/** Reads a user of a sandbox. Returns the URL that was requested, and the problems. */
async function call(program: Program): Promise<{ url: string; problems: string[] }> {
  const sandbox = createSandbox({ seed: { users: [user] } })
  const server = await listen(sandbox)
  const problems: string[] = []
  try {
    const { username, first_name } = await program.getUser(server.baseUrl(), 'sandbox-key', user.username)
    const received = JSON.stringify({ username, first_name })
    if (received !== JSON.stringify(user)) problems.push(`expected ${JSON.stringify(user)}, received ${received}`)
  } catch (error) {
    problems.push(`the call failed: ${error}`)
  }
  await server.close()
  return { url: sandbox.journal.entries[0]?.url ?? 'none', problems }
}
