import type { StudioOperation } from '../openapi-document.js'

/** The path parameters of an operation, in its order. */
function pathParameters(operation: StudioOperation | undefined): readonly string[] {
  return operation?.parameters.flatMap((parameter) => (parameter.in === 'path' ? parameter.name : [])) ?? []
}

/** Returns the path parameter of the channel, for an operation in one. */
export function channelPath(
  operation: StudioOperation | undefined,
  channel: string | undefined,
): Record<string, string> {
  const [first] = pathParameters(operation)
  return first === undefined || channel === undefined ? {} : { [first]: channel }
}

/** Returns the path parameters for an operation on a row: the channel first, if there is one, and the key of the row. */
export function pathOfRow(
  operation: StudioOperation,
  channel: string | undefined,
  key: string,
): Record<string, string> {
  const values = channel === undefined ? [key] : [channel, key]
  return Object.fromEntries(pathParameters(operation).map((name, index) => [name, values[index] ?? '']))
}
