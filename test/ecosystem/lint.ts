import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documentFile } from '../../scripts/document.js'
import type { Row } from './row.js'

const require = createRequire(import.meta.url)
const cwd = fileURLToPath(new URL('.', import.meta.url))
const document = fileURLToPath(documentFile)
/** The maximum number of findings that are printed per linter. */
const most = 20

/** The command line of a linter. */
interface Linter {
  /** The package.json of the linter, here or at the root of the repository. */
  readonly manifest: string
  /** The command of that package. */
  readonly command: string
  readonly parameters: readonly string[]
  /** What it does with the OpenAPI document. */
  readonly did: string
  /** Reads its findings, both errors and warnings, from its standard output. */
  findings(output: string): string[]
}

const spectral: Linter = {
  manifest: require.resolve('@stoplight/spectral-cli/package.json'),
  command: 'spectral',
  parameters: [
    'lint',
    document,
    '--ruleset',
    'spectral.yaml',
    '--fail-severity',
    'hint',
    '--format',
    'text',
    '--quiet',
  ],
  did: 'linted it with every OpenAPI rule but license-url and contact-properties',
  findings: (output) => output.split('\n').filter(Boolean),
}

/** It runs in this folder, which has no redocly.yaml, so with its recommended rules. */
const redocly: Linter = {
  manifest: require.resolve('@redocly/cli/package.json'),
  command: 'redocly',
  parameters: ['lint', document, '--format=json'],
  did: 'linted it with the recommended rules',
  findings(output) {
    const { problems }: { problems: { ruleId: string; message: string }[] } = JSON.parse(output)
    return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)
  },
}

const validator: Linter = {
  manifest: require.resolve('@seriousme/openapi-schema-validator/package.json'),
  command: 'validate-api',
  parameters: [document],
  did: 'validated it against the schema of the OpenAPI Initiative',
  findings(output) {
    const { valid, errors }: { valid: boolean; errors?: unknown } = JSON.parse(output)
    return valid ? [] : [JSON.stringify(errors)]
  },
}

export const linters = [spectral, redocly, validator]

/** Lints the OpenAPI document with the command line of a linter, as its users do. A warning counts as an error. */
export async function lint({ manifest, command, parameters, did, findings }: Linter): Promise<Row> {
  const { name, version, bin } = JSON.parse(await readFile(manifest, 'utf8'))
  const { code, output, errors } = await run(join(manifest, '..', bin[command]), parameters)
  const found = code === 0 || output ? findings(output) : []
  const problems = found.length > most ? [...found.slice(0, most), `and ${found.length - most} more`] : found
  if (code !== 0 && found.length === 0)
    problems.push(`\`${command} ${parameters.join(' ')}\` exited with ${code}: ${errors}`)
  return {
    tool: name,
    version,
    did,
    result: problems.length === 0 ? 'no error, no warning' : `errors and warnings: ${found.length}`,
    problems,
  }
}

function run(
  program: string,
  parameters: readonly string[],
): Promise<{ code: unknown; output: string; errors: string }> {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    NO_COLOR: '1',
  }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...parameters],
      { cwd, env, maxBuffer: 64 * 1024 * 1024 },
      (error, output, errors) => {
        resolve({ code: error ? error.code : 0, output, errors })
      },
    )
  })
}
