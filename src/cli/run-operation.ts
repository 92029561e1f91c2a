import { createSceyt, type ListPromise, type RequestOptions, type Sceyt, type SceytOptions } from 'sceyt-platform'
import { apiKeyHeader } from '../../generated/operations.js'
import { fieldOf } from '../common/field-of.js'
import { createAsk } from './ask.js'
import { readArguments } from './call-arguments.js'
import { captureRequest } from './capture-request.js'
import type { CommandOptions } from './command-options.js'
import { curlCommand } from './curl-command.js'
import { Interrupted } from './interrupted.js'
import { listPages } from './list-pages.js'
import { methodOf } from './method-of.js'
import { nameFlags } from './name-flags.js'
import type { OperationCall } from './operation-call.js'
import { printNote } from './print-note.js'
import { createPrinter } from './print-result.js'
import { confirmWrite } from './profiles/confirm-write.js'
import { resolveServer } from './profiles/resolve-server.js'
import { writeToStdout } from './stdout.js'
import { stopSignals } from './stop-signals.js'
import { verboseHooks } from './verbose-hooks.js'

/**
 * Makes the call of a command, and prints its result.
 *
 * @throws UsageError if the command line is not valid; nothing was sent then.
 * @throws SceytError if the call fails.
 */
export async function runOperation(call: OperationCall): Promise<void> {
  const { operation, values, text } = call
  const printer = await createPrinter(call)
  const given = await readArguments(call)
  const range = { limit: values.all ? Number.POSITIVE_INFINITY : values.limit, after: values.after }
  const invoke = (sceyt: Sceyt, options: RequestOptions, query: Record<string, unknown>, isSent: boolean) =>
    methodOf(sceyt, text.name)(...given.list(query, isSent), {
      ...options,
      ...(operation.result === 'file' && { as: 'stream' }),
    })
  const pagesOf = (sceyt: Sceyt, options: RequestOptions) => {
    const open = (query: Record<string, unknown>) =>
      invoke(sceyt, options, query, true) as ListPromise<unknown, unknown>
    return listPages(operation, open, given.query, range)
  }
  const rehearse = async (sceyt: Sceyt) =>
    operation.pagination ? pagesOf(sceyt, {}).next() : invoke(sceyt, {}, given.query, false)

  const ask = createAsk(process.stdin, process.stderr)
  const server = await resolveServer({ profile: values.profile }, process.env, ask, { needsKey: !values.dryRun })
  const interrupt = new AbortController()
  const onSignal = () =>
    interrupt.abort(
      new Interrupted(`Interrupted.${operation.method === 'GET' ? '' : ' The server may have processed the request.'}`),
    )
  for (const signal of stopSignals) process.once(signal, onSignal)
  try {
    // Checks the whole input before any question, and before anything is sent.
    const request = await captureRequest(server.options, rehearse).catch((error: unknown) => {
      throw nameFlags(error, call)
    })
    if (values.dryRun) {
      const keyName = server.options.apiKeyHeader ?? apiKeyHeader
      if (server.options.fetch)
        printNote(
          'This sandbox runs inside the command, so the URL works nowhere else. To serve one: sceyt-platform sandbox',
        )
      return await writeToStdout(`${curlCommand(request, keyName, filesOf(call), values.out)}\n`)
    }
    if (operation.method !== 'GET') {
      const { pathname } = new URL(request.url)
      // An answer cannot be read from an input that is a part of the request.
      const own = readsInput(call) ? { ...ask, isInteractive: false } : ask
      await confirmWrite(server, `${request.method} ${pathname}`, values.yes === true, own)
    }
    const sceyt = createSceyt({ ...server.options, ...optionsOf(values) })
    const options = { signal: interrupt.signal }
    await (operation.pagination
      ? printer.list(pagesOf(sceyt, options))
      : printer.result(await invoke(sceyt, options, given.query, true)))
  } finally {
    for (const signal of stopSignals) process.off(signal, onSignal)
    await server.close()
  }
}

function optionsOf({ timeout, maxRetries, verbose }: CommandOptions): SceytOptions {
  return {
    // Lines without their details.
    logger: { error: printNote, warn, info: printNote, debug: printNote },
    ...(timeout !== undefined && { timeout }),
    ...(maxRetries !== undefined && { maxRetries }),
    ...(verbose && { hooks: verboseHooks(printNote) }),
  }
}

/** Prints a warning, unless it is of unknown fields: `readBody` has named those of `--data` before any question. */
function warn(line: string, details?: unknown): void {
  if (fieldOf(details, 'fields') === undefined) printNote(line)
}

/** Reports whether the standard input is the body, or the file. */
function readsInput({ operation: { body }, values, positional }: OperationCall): boolean {
  return values.data === '-' || values.data === '@-' || (body?.media === 'form' && positional.at(-1) === '-')
}

/** Returns the path of the file in each field of a form. */
function filesOf({ operation: { body }, positional }: OperationCall): Record<string, string> {
  const [field] = Object.keys(body?.media === 'form' ? (body.shape.properties ?? {}) : {})
  return field === undefined ? {} : { [field]: positional.at(-1) as string }
}
