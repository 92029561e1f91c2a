import { type FilterSeparator, InputError, type SceytOptions } from 'sceyt-platform'
import { apiKeyHeader, version } from '../../generated/operations.js'
import { ExaminationError, type ExaminationOptions, examine, printReport, readFacts } from '../doctor/index.js'
import { createRedact } from '../errors/redact.js'
import { createAsk } from './ask.js'
import type { DoctorValues } from './doctor-values.js'
import { printNote } from './print-note.js'
import { resolveServer } from './profiles/resolve-server.js'
import type { ServerOptions } from './profiles/server.js'
import { writeToStdout } from './stdout.js'
import { UsageError } from './usage-error.js'

/** Runs `sceyt-platform doctor`. */
export async function runDoctor(values: DoctorValues): Promise<void> {
  const { timeout, totalTimeout } = values
  const target = await serverOf(values)
  const { apiKey = '', apiKeyHeader: header = apiKeyHeader } = target
  // The client names a key that is missing together with other options that are.
  const options: SceytOptions = { ...target, apiKey: apiKey || undefined, timeout, maxRetries: 1, logLevel: 'silent' }
  const facts = await readFacts()
  const interrupt = new AbortController()
  const onInterrupt = () => interrupt.abort()
  process.once('SIGINT', onInterrupt)
  const progress = showProgress()
  const limits = { ...progress, totalTimeout, signal: interrupt.signal }
  const examination = await examine(facts, options, { header, value: apiKey }, limits)
    .catch((error: unknown) => {
      if (!(error instanceof InputError || error instanceof ExaminationError)) throw error
      const message = createRedact(apiKey)(error instanceof InputError ? withFlags(error.message) : error.message)
      if (!interrupt.signal.aborted) throw new UsageError(message)
      printNote(message)
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
    client: `sceyt-platform ${version}, Node ${process.version}`,
    accepted,
    requests: requests.length,
    writes: facts.undocumentedWrites,
    unexamined,
  })
  await writeToStdout(`${createRedact(apiKey)(text)}\n`)
  const differs = findings.some(({ verdict }) => verdict === 'differs')
  process.exitCode = interrupt.signal.aborted ? 130 : !accepted ? 2 : differs ? 1 : unexamined ? 2 : 0
}

/** Returns the server of a profile, or that of the options and the environment. */
async function serverOf({ profile, ...values }: DoctorValues): Promise<ServerOptions> {
  if (profile !== undefined) {
    const ask = createAsk(process.stdin, process.stderr)
    const { options } = await resolveServer({ profile }, process.env, ask, { needsKey: true })
    if (options.fetch) throw new UsageError('The profile is a sandbox. Serve it, and examine its URL with --base-url.')
    return options
  }
  const { apiUrl, appId, baseUrl, apiKeyHeader, filterSeparator } = values
  return {
    apiUrl,
    appId,
    baseUrl,
    apiKeyHeader,
    filterSeparator: filterSeparator as FilterSeparator | undefined,
    // The key is not an option, since anyone on the machine can read a command line.
    apiKey: process.env['SCEYT_API_KEY']?.trim(),
  }
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
    printNote(count === 0 ? 'no request yet' : counted)
  }, interval)
  return {
    onRequest(request) {
      count++
      last = request
    },
    onWait(request, delay, status) {
      if (delay >= shortestShownWait)
        printNote(`${request}: ${status ?? 'no response'}; retry in ${Math.round(delay / 1000)} s`)
    },
    stop: () => clearInterval(timer),
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
    .replace(/Pass \w{2,4} to createSceyt, or set ([\w, ]{0,60}SCEYT_API_KEY)(?=[.;])/, 'Set $1 in the environment')
    .replace(/ to createSceyt\b/, ' as an option')
    .replace(/, or set allowHttp: true(?=\.)|allowHttp: true, or /, '')
}
