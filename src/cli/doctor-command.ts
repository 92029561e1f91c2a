import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type FilterSeparator, InputError, type SceytOptions } from 'sceyt-platform'
import { apiKeyHeader } from '../../generated/operations.js'
import { ExaminationError, type ExaminationOptions, examine, printReport, readFacts } from '../doctor/index.js'
import { createRedact } from '../errors/redact.js'
import { parseFlags } from './parse-flags.js'
import { UsageError } from './usage-error.js'

export const doctorUsage = `Usage: SCEYT_API_KEY=… sceyt-platform doctor [options]

Compares a server with the OpenAPI document. It only reads. It prints a report in Markdown without names, texts and keys,
so that the report can be shared. If the server expects the API key in another header (${apiKeyHeader}, X-API-Key, Api-Key
and Authorization are tried, with and without Bearer), or another separator between filter values, the report ends
with the options to set.

  --api-url HOST                the API host (SCEYT_API_URL)
  --app-id ID                   the application (SCEYT_APP_ID)
  --base-url URL                used instead of both, for a proxy or a mock (SCEYT_BASE_URL)
  --api-key-header NAME         the header that the API key is sent in (${apiKeyHeader})
  --filter-separator SEPARATOR  the separator between the values of an in filter: ; or & (;)
  --timeout MS                  timeout of each request, in milliseconds (10000)
  --total-timeout MS            timeout of the whole run, in milliseconds (60000)
  --help                        prints this text

The report goes to stdout, and the progress of a run that takes longer to stderr. When the time is up, or after Ctrl-C,
the report covers what was examined, and lists the rest.

Exits with 0 if everything was examined and nothing differs, with 1 if something differs, with 2 if the server, or
a part of it, could not be examined, and with 130 after Ctrl-C.`

/** Runs `sceyt-platform doctor`. */
export async function runDoctor(parameters: readonly string[]): Promise<void> {
  const { help, timeout, 'total-timeout': totalTimeout, ...given } = parse(parameters)
  if (help) return console.log(doctorUsage)
  // The key is not an option, since anyone on the machine can read a command line.
  const apiKey = process.env['SCEYT_API_KEY']?.trim() ?? ''
  const {
    'api-url': apiUrl,
    'app-id': appId,
    'base-url': baseUrl,
    'api-key-header': header,
    'filter-separator': separator,
  } = given
  const options: SceytOptions = {
    apiUrl,
    appId,
    baseUrl,
    apiKeyHeader: header,
    // The client names it together with other options that are missing.
    apiKey: apiKey || undefined,
    filterSeparator: separator as FilterSeparator | undefined,
    timeout: toMilliseconds('--timeout', timeout),
    maxRetries: 1,
    logLevel: 'silent',
  }
  const runTimeout = toMilliseconds('--total-timeout', totalTimeout)
  const facts = await readFacts()
  const interrupt = new AbortController()
  const onInterrupt = () => interrupt.abort()
  process.once('SIGINT', onInterrupt)
  const progress = showProgress()
  const limits = { ...progress, totalTimeout: runTimeout, signal: interrupt.signal }
  const examination = await examine(facts, options, { header, value: apiKey }, limits)
    .catch((error: unknown) => {
      if (!(error instanceof InputError || error instanceof ExaminationError)) throw error
      const message = createRedact(apiKey)(error instanceof InputError ? withFlags(error.message) : error.message)
      if (!interrupt.signal.aborted) throw new UsageError(message)
      console.error(message)
      process.exitCode = 130
      return undefined
    })
    .finally(() => {
      progress.stop()
      process.off('SIGINT', onInterrupt)
    })
  if (!examination) return
  const { findings, accepted, requests, server, unexamined } = examination
  const text = printReport(findings, {
    server,
    client: `sceyt-platform ${await readVersion()}, Node ${process.version}`,
    accepted,
    requests: requests.length,
    writes: facts.undocumentedWrites,
    unexamined,
  })
  console.log(createRedact(apiKey)(text))
  const differs = findings.some(({ verdict }) => verdict === 'differs')
  process.exitCode = interrupt.signal.aborted ? 130 : !accepted ? 2 : differs ? 1 : unexamined ? 2 : 0
}

/** Milliseconds between two lines of progress. */
const interval = 5_000
const shortestShownWait = 1_000

/** Prints the progress of a run that takes longer, or waits for a retry, to stderr. */
function showProgress(): Required<Pick<ExaminationOptions, 'onRequest' | 'onWait'>> & { stop(): void } {
  let count = 0
  let last = ''
  const timer = setInterval(() => {
    const counted = `${count} ${count === 1 ? 'request' : 'requests'} so far; last: ${last}`
    console.error(count === 0 ? 'no request yet' : counted)
  }, interval)
  return {
    onRequest(request) {
      count++
      last = request
    },
    onWait(request, delay, status) {
      if (delay >= shortestShownWait)
        console.error(`${request}: ${status ?? 'no response'}; retry in ${Math.round(delay / 1000)} s`)
    },
    stop: () => clearInterval(timer),
  }
}

function toMilliseconds(option: string, text: string): number {
  const time = Number(text)
  if (!(time >= 1 && time < 2 ** 31))
    throw new UsageError(
      `${option} must be a number of milliseconds, 1 to ${2 ** 31 - 1}, got ${JSON.stringify(text)}.`,
    )
  return time
}

function parse(parameters: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseFlags(parameters, {
      'api-url': text,
      'app-id': text,
      'base-url': text,
      'api-key-header': { ...text, default: apiKeyHeader },
      'filter-separator': text,
      timeout: { ...text, default: '10000' },
      'total-timeout': { ...text, default: '60000' },
      help: { type: 'boolean', default: false },
    }).values
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${doctorUsage}`)
  }
}

const flags: Readonly<Record<string, string>> = {
  apiUrl: '--api-url',
  appId: '--app-id',
  baseUrl: '--base-url',
  apiKeyHeader: '--api-key-header',
  filterSeparator: '--filter-separator',
  apiKey: 'SCEYT_API_KEY',
}

/** Replaces the options of the client in an error message by those of the doctor. */
function withFlags(message: string): string {
  return message
    .replace(/\b(apiUrl|appId|baseUrl|apiKeyHeader|filterSeparator|apiKey)\b/g, (name) => flags[name] as string)
    .replace(/Pass \w{2,4} to createSceyt, or set ([\w, ]{0,60}SCEYT_API_KEY)\.$/, 'Set $1 in the environment.')
    .replace(/ to createSceyt\b/, ' as an option')
    .replace(/, or set allowHttp: true(?=\.)|allowHttp: true, or /, '')
}

async function readVersion(): Promise<string> {
  const { version } = JSON.parse(
    await readFile(createRequire(import.meta.url).resolve('sceyt-platform/package.json'), 'utf8'),
  )
  return version
}
