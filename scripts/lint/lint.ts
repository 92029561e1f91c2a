import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { type RedoclyError, redocly } from './redocly.js'

/** A flaw that the linter found in a file. */
export interface Finding {
  /** Path, relative to the working directory. */
  file: string
  /** Number of the line, from 1. */
  line: number
  /** Number of the column, from 1. */
  column: number
  message: string
  rule: string
}

/** The parts of Redocly's report in JSON that a finding is made of. */
interface Report {
  totals: unknown
  problems: {
    ruleId: string
    message: string
    suggest: string[]
    location: { source: { ref: string }; start?: { line: number; col: number } }[]
  }[]
}

/**
 * Lints documents in one run, since starting the linter takes longest.
 *
 * @param apis - Names of documents in redocly.yaml, or files.
 * @returns The findings of each document, in the order of the documents.
 * @throws RedoclyError if the linter did not run.
 */
export async function lint(apis: readonly string[], ...parameters: string[]): Promise<Finding[][]> {
  let failure: RedoclyError | undefined
  const output = await redocly('lint', ...apis, '--format=json', ...parameters).catch((error: RedoclyError) => {
    failure = error
    return error.stdout
  })
  const reports = output
    .split(/(?<=^\})(?=\{$)/m)
    .flatMap((report): Report[] => (report.includes('"totals"') ? [JSON.parse(report)] : []))
  if (reports.length === apis.length) return reports.map(({ problems }) => findingsOf(problems))
  // Without its first file a document has no report, only a failure.
  const unparsed = failure && unparsedFile(failure.message)
  if (unparsed && apis.length === 1) return [[unparsed]]
  throw failure ?? new Error(`The linter reported on ${reports.length} of ${apis.length} documents.`)
}

/**
 * Lints a bundle before it is written.
 *
 * @returns The findings, whose file is then kept in a temporary folder, for their lines to be read.
 */
export async function lintBundle(text: string): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-lint-'))
  const file = join(folder, 'openapi.json')
  await writeFile(file, text)
  const [findings = []] = await lint([file], ...sourceRules.map((rule) => `--skip-rule=${rule}`))
  if (findings.length === 0) await rm(folder, { recursive: true })
  return findings
}

/** Rules that compare the parts of a document, and need all of them. */
const wholeRules = new Set(['sceyt/document-facts', 'sceyt/sdk-compose'])

/** Rules that are about the files of the sources. redocly.yaml turns them off for the bundle, too. */
const sourceRules = ['sceyt/path-file']

/** Prints findings, each as `file:line:column  message  (rule)`, and their number. */
export function printFindings(findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ file, line, column, message, rule }) => `${file}:${line}:${column}  ${message}  (${rule})`,
  )
  return `${lines.join('\n')}\n${findings.length} problem${findings.length === 1 ? '' : 's'}`
}

function findingsOf(problems: Report['problems']): Finding[] {
  const isUnresolved = problems.some(({ ruleId }) => ruleId === 'no-unresolved-refs')
  const findings = problems
    // What depends on a part that was not found only repeats the finding.
    .filter(
      ({ ruleId, message }) =>
        !(isUnresolved && (wholeRules.has(ruleId) || message.startsWith('Example validation errored'))),
    )
    .map(({ ruleId, message, suggest, location: [location] }): Finding => {
      const hint = suggest[0] ? ` Did you mean \`${suggest[0]}\`?` : ''
      return {
        file: relative('.', resolve(location?.source.ref ?? '')).replaceAll(sep, '/'),
        line: location?.start?.line ?? 1,
        column: location?.start?.col ?? 1,
        message: oneLine(message) + hint,
        rule: ruleId,
      }
    })
  const unparsed = new Set(findings.filter(({ message }) => message.startsWith('Failed to parse')).map(placeOf))
  return findings
    .filter(({ message }) => !unparsed.has(unparsedPlace(message) ?? ''))
    .sort((one, other) => compare(one.file, other.file) || one.line - other.line || one.column - other.column)
}

function placeOf({ file, line, column }: Finding): string {
  return `${file}:${line}:${column}`
}

/** Returns the place that a finding on a reference repeats, of the error in the file that it leads to. */
function unparsedPlace(message: string): string | undefined {
  const [, file, line, column] = /^Can't resolve \$ref: .+ in "(.+)" \((\d+):(\d+)\)$/.exec(message) ?? []
  return file && `${relative('.', resolve(file)).replaceAll(sep, '/')}:${line}:${column}`
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** Shortens a message to one line, with paths relative to the working directory. */
function oneLine(message: string): string {
  return message
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(`${process.cwd()}${sep}`, '')
    .replace(/ENOENT: no such file or directory '(.+)'/, '$1 does not exist')
    .replace(/^(Failed to parse: .+) in ".+" \(\d+:\d+\)$/, '$1')
}

/** Reads the place of an error in YAML from a message such as `deficient indentation in "/x/openapi.yaml" (3:2)`. */
function unparsedFile(message: string): Finding | undefined {
  const [, reason, file, line, column] = /: ([^:]+) in "(.+)" \((\d+):(\d+)\)/.exec(message) ?? []
  if (!reason || !file) return undefined
  return {
    file: relative('.', file).replaceAll(sep, '/'),
    line: Number(line),
    column: Number(column),
    message: `Failed to parse: ${reason}`,
    rule: 'no-unresolved-refs',
  }
}
