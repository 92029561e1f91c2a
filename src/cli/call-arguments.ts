import { fromPath, fromStream } from 'sceyt-platform/node'
import { unknownName } from '../common/unknown-name.js'
import type { Shape } from '../operation/shape.js'
import { fileProblem } from './file-problem.js'
import type { OperationCall } from './operation-call.js'
import { parseValue } from './parse-value.js'
import { printNote } from './print-note.js'
import { readData, readFlags } from './read-input.js'
import { UsageError } from './usage-error.js'

/** The arguments of a method of the client, except its options. */
export interface CallArguments {
  query: Record<string, unknown>
  /**
   * Returns the arguments in the order of the method.
   *
   * @param isSent - Whether the request will be sent: the standard input can be read only once.
   */
  list(query: Record<string, unknown>, isSent: boolean): unknown[]
}

/**
 * Reads the arguments of a call from its command line, and from the files that it names.
 *
 * @throws UsageError if a file cannot be read, or a text is not the JSON that it must be.
 */
export async function readArguments(call: OperationCall): Promise<CallArguments> {
  const { operation, positional, text } = call
  const path = Object.keys(text.path).map((name, index) =>
    parseValue(positional[index] as string, operation.pathParameters[name] as Shape, `<${name}>`),
  )
  const query = readFlags('query', call.flags, call.values)
  const withQuery = (given: Record<string, unknown>) => (operation.query ? [given] : [])
  if (operation.body?.media === 'form') {
    const open = await openFile(positional.at(-1) as string)
    return { query, list: (given, isSent) => [...path, open(isSent), ...withQuery(given)] }
  }
  const body = operation.body ? [await readBody(call)] : []
  return { query, list: (given) => [...path, ...body, ...withQuery(given)] }
}

/** Reads the body: the flags, and the JSON of `--data`. */
export async function readBody({ operation, flags, values, text }: OperationCall): Promise<unknown> {
  const shape = operation.body?.shape ?? { type: 'object' }
  const fields = readFlags('body', flags, values)
  if (text.argument !== undefined) return fields[text.argument]
  const { data } = values
  if (data !== undefined) {
    const body = (await readData(data, shape)) as object
    warnOfUnknown(Object.keys(body), shape)
    return { ...body, ...fields }
  }
  if (operation.method === 'PUT' && Object.keys(fields).length === 0) {
    const names = flags.filter(({ place }) => place === 'body').map(({ option }) => option.long)
    throw new UsageError(`Nothing to change: pass ${names.join(', ')} or --data.`)
  }
  return fields
}

async function openFile(path: string): Promise<(isSent: boolean) => unknown> {
  if (path !== '-') {
    const source = await fromPath(path).catch((error: Error) => {
      const problem = error.cause === undefined ? 'it is not a file' : fileProblem(error.cause)
      throw new UsageError(`Cannot read the file ${JSON.stringify(path)}: ${problem}.`)
    })
    return () => source
  }
  const names = { name: 'stdin' }
  return (isSent) => fromStream(isSent ? process.stdin : new Uint8Array(), names)
}

/** Warns of fields that the OpenAPI document does not have. They are sent: a server may know more of them. */
function warnOfUnknown(names: readonly string[], { properties = {}, open }: Shape): void {
  if (open) return
  const known = Object.keys(properties)
  for (const name of names.filter((one) => !known.includes(one)))
    printNote(`--data: ${unknownName('field', name, known)} It is sent as it is.`)
}
