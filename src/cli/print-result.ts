import { InputError } from 'sceyt-platform'
import { saveTo } from 'sceyt-platform/node'
import { fileToReplace } from '../node/file-to-replace.js'
import { limitStalls } from './limit-stalls.js'
import type { ListedPage } from './list-pages.js'
import type { OperationCall } from './operation-call.js'
import { checkFields, parseFields } from './output/check-fields.js'
import { createOutput } from './output/output.js'
import { defaultFormat } from './output/output-format.js'
import { terminalWidth } from './output/terminal-width.js'
import { printNote } from './print-note.js'
import { shellWord } from './shell-quote.js'
import { ClosedOutput, writeToStdout } from './stdout.js'
import { UsageError } from './usage-error.js'

/** Prints what a command returns. */
export interface Printer {
  list(pages: AsyncIterable<ListedPage>): Promise<void>
  result(value: unknown): Promise<void>
}

/**
 * Creates the printer of a command, before its call.
 *
 * @throws UsageError if its options do not fit together, or the file of `--out` cannot be written.
 */
export async function createPrinter({ operation, text, values }: OperationCall): Promise<Printer> {
  const isTerminal = process.stdout.isTTY === true
  if (operation.result === 'file' && values.out === undefined && isTerminal && !values.dryRun)
    throw new UsageError(
      'The content is a file, which a terminal cannot show. Pass --out FILE, or --out - to print it anyway.',
    )
  if (operation.result === 'file') await checkOut(values.out)
  const fields = values.fields === undefined ? undefined : parseFields(values.fields)
  // A write must not take effect and then fail because of a field that is misspelt.
  if (fields && operation.method !== 'GET') checkFields({ fields, knownFields: text.fields }, [])
  const format = values.output ?? defaultFormat(isTerminal)
  const output = createOutput({
    format,
    ...(fields && { fields }),
    knownFields: text.fields,
    columns: text.columns,
    write: writeToStdout,
    width: terminalWidth(process.stdout),
    isTerminal,
    isColored: isTerminal && process.stdout.hasColors() && !process.env['NO_COLOR'],
    note: printNote,
  })
  return {
    async list(pages) {
      let next: string | undefined
      let count = 0
      try {
        for await (const page of pages) {
          await output.items(page.items)
          count += page.items.length
          next = page.next
        }
        await output.end()
      } catch (error) {
        if (count > 0 && next !== undefined && !(error instanceof ClosedOutput)) {
          await output.breakOff?.()
          const items = `${count} ${count === 1 ? 'item' : 'items'}`
          const bracket = format === 'json' ? ', without the closing bracket of a whole list' : ''
          printNote(`The output ends after ${items}${bracket}. To continue: --after ${shellWord(next)}`)
        }
        throw error
      }
      if (next !== undefined)
        printNote(`More items are available. To continue: --after ${shellWord(next)}, or --all for all items.`)
    },
    async result(value) {
      if (operation.result === 'file') {
        const content = limitStalls(value as ReadableStream<Uint8Array>, values.timeout ?? defaultTimeout)
        return saveFile(content, values.out)
      }
      if (operation.result === 'none') {
        if (isTerminal) printNote('Done.')
        return
      }
      await output.value(value)
      await output.end()
    },
  }
}

/** Milliseconds, as those of the client. */
const defaultTimeout = 30_000

/** Checks `--out` before the request, which may be long. */
async function checkOut(path: string | undefined): Promise<void> {
  if (!isFile(path)) return
  await fileToReplace(path).catch((error: unknown) => {
    throw error instanceof InputError ? new UsageError(error.message.replace(/^path/, '--out')) : error
  })
}

function isFile(path: string | undefined): path is string {
  return path !== undefined && path !== '-'
}

async function saveFile(content: ReadableStream<Uint8Array>, path: string | undefined): Promise<void> {
  if (isFile(path)) return saveTo(path, content)
  for await (const chunk of content) await writeToStdout(chunk)
}
