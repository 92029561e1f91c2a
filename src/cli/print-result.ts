import { saveTo } from 'sceyt-platform/node'
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
 * @throws UsageError if its options do not fit together.
 */
export function createPrinter({ operation, text, values }: OperationCall): Printer {
  const isTerminal = process.stdout.isTTY === true
  if (operation.result === 'file' && values.out === undefined && isTerminal && !values.dryRun)
    throw new UsageError(
      'The content is a file, which a terminal cannot show. Pass --out FILE, or --out - to print it anyway.',
    )
  const fields = values.fields === undefined ? undefined : parseFields(values.fields)
  // A write must not take effect and then fail because of a field that is misspelt.
  if (fields && operation.method !== 'GET') checkFields({ fields, knownFields: text.fields }, [])
  const output = createOutput({
    format: values.output ?? defaultFormat(isTerminal),
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
        if (count > 0 && next !== undefined && !(error instanceof ClosedOutput))
          printNote(
            `The output ends after ${count} ${count === 1 ? 'item' : 'items'}. To continue: --after ${shellWord(next)}`,
          )
        throw error
      }
      if (next !== undefined)
        printNote(`More items are available. To continue: --after ${shellWord(next)}, or --all for all items.`)
    },
    async result(value) {
      if (operation.result === 'file') return saveFile(value as ReadableStream<Uint8Array>, values.out)
      if (operation.result === 'none') {
        if (isTerminal) printNote('Done.')
        return
      }
      await output.value(value)
      await output.end()
    },
  }
}

async function saveFile(content: ReadableStream<Uint8Array>, path: string | undefined): Promise<void> {
  if (path !== undefined && path !== '-') return saveTo(path, content)
  for await (const chunk of content) await writeToStdout(chunk)
}
