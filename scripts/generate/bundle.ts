import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { endpointsOf, type FilterGrammar, type OpenApiDocument, type Provenance, stepsOf } from '../document.js'
import { codeSamples } from './samples.js'
import { shareResponses } from './share-responses.js'
import { lowerFirst, madeBy } from './source.js'

const run = promisify(execFile)
const require = createRequire(import.meta.url)
const cli = join(require.resolve('@redocly/cli/package.json'), '../bin/cli.js')
const badgeColors: Record<Provenance, string> = {
  documented: '#2f7d4f',
  observed: '#1f6feb',
  decided: '#9a6700',
  inferred: '#b3441e',
}

/** Runs the Redocly CLI, and fails with its output. */
export async function redocly(...parameters: string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [cli, ...parameters], {
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`redocly ${parameters.join(' ')} failed:\n${stdout}${stderr}`, { cause: error })
  }
}

/** The linter's report on one document. */
export interface LintReport {
  totals: { errors: number; warnings: number; ignored: number }
  problems: { ruleId: string; message: string }[]
}

/** Lints documents in one run, since starting the linter takes longest. Returns the reports in the order of the documents. */
export async function lint(apis: readonly string[], ...parameters: string[]): Promise<LintReport[]> {
  let failure: unknown
  const output = await redocly('lint', ...apis, '--format=json', ...parameters).catch((error: Error) => {
    failure = error
    return (error.cause as { stdout?: string }).stdout ?? ''
  })
  const reports = output
    .split(/(?<=^\})(?=\{$)/m)
    .flatMap((report): LintReport[] => (report.includes('"totals"') ? [JSON.parse(report)] : []))
  // The command also fails if it finds a problem, which is then in the reports.
  if (failure && !reports.some(({ totals }) => totals.errors > 0)) throw failure
  if (reports.length !== apis.length)
    throw new Error(`The linter reports on ${reports.length} of ${apis.length} documents:\n${output}`)
  return reports
}

/** Throws if the linter finds a problem in a document. */
export async function lintStrictly(api: string, ...parameters: string[]): Promise<void> {
  const [report] = await lint([api], '--lint-config=error', ...parameters)
  if (!report || report.totals.errors + report.totals.warnings > 0) throw new Error(JSON.stringify(report, null, 2))
}

/** Bundles the sources into one document, and adds badges, code samples and patterns. */
export async function bundle(): Promise<OpenApiDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-bundle-'))
  try {
    const file = join(folder, 'openapi.json')
    await redocly('bundle', 'sources', '--output', file, '--component-renaming-conflicts-severity', 'error')
    return enrich(JSON.parse(await readFile(file, 'utf8')))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Lints a bundle before it is written. */
export async function lintBundle(text: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-lint-'))
  try {
    const file = join(folder, 'openapi.json')
    await writeFile(file, text)
    await lintStrictly(file, '--skip-rule=sceyt/path-file')
  } finally {
    await rm(folder, { recursive: true })
  }
}

function enrich(document: OpenApiDocument): OpenApiDocument {
  shareResponses(document)
  for (const endpoint of endpointsOf(document)) {
    const { operation } = endpoint
    const provenance = operation['x-provenance']
    operation['x-badges'] = [{ name: provenance, color: badgeColors[provenance] }]
    operation['x-codeSamples'] = codeSamples(document, endpoint)
    for (const { schema } of endpoint.parameters) {
      const grammar = schema.items?.['x-filter']
      if (schema.items && grammar) schema.items.pattern = filterPattern(grammar)
    }
  }
  return document
}

/** Converts the grammar to a pattern, for tools that do not support the extension. */
function filterPattern({ fields, operators }: FilterGrammar): string {
  return `^(${Object.keys(fields).join('|')}):(${Object.keys(operators).join('|')}):[\\s\\S]+$`
}

/**
 * Prints the document. JSON has no comments, so a property in the first line names its generator.
 * The indentation is spaces because Spectral and Scalar parse JSON as YAML, and warn about each tab.
 */
export function printBundle(document: OpenApiDocument): string {
  return `${JSON.stringify({ 'x-generated': madeBy, ...withComposedMethods(document) }, null, 2).replace('{\n  ', '{ ')}\n`
}

/** Adds a sentence to each operation that a composed method of the client calls. */
function withComposedMethods(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document)
  for (const { operation } of endpointsOf(copy)) {
    const composition = operation['x-sdk-compose']
    if (!composition) continue
    const steps = stepsOf(composition).map((step) => `\`${step}\``)
    operation.description = `${operation.description.trim()}\n\nThe client for TypeScript also has \`${composition.name}\` (${lowerFirst(composition.summary)}): it calls this operation, and ${steps.join(' and ')} if the reason of the error is \`already-exists\`.\n`
  }
  return copy
}
