import { describe } from '../common/describe.js'
import { ownFields } from '../common/own-fields.js'
import { failWith, readOptions } from '../common/read-options.js'
import { InputError } from '../errors/input-error.js'

const fail = failWith(InputError)

/** Copies the options of `record` or `replay`. @throws InputError naming the option that is not known. */
export function readRecordOptions<T extends object>(options: T, known: readonly (keyof T & string)[]): T {
  return readOptions('options', options, 'option', known, fail)
}

/** @throws InputError if a value is not what was expected. */
export function expectValue(isValid: boolean, name: string, expected: string, value: unknown): void {
  if (!isValid) fail(name, `must be ${expected}, got ${describe(value)}.`)
}

/** @throws InputError if the arguments that both functions have are not valid. */
export function checkArguments(file: string, secrets: readonly string[]): void {
  expectValue(typeof file === 'string' && file !== '' && !file.includes('\0'), 'file', 'the path of a file', file)
  expectValue(isTextList(secrets), 'secrets', 'an array of texts that are not empty', secrets)
}

function isTextList(value: readonly string[]): boolean {
  try {
    return Array.isArray(value) && value.every((text) => typeof text === 'string' && text !== '')
  } catch {
    // A proxy has thrown.
    return false
  }
}

/** Splits the arguments of `fetch` into the URL and the options of the request. */
export async function readArguments(
  input: string | URL | Request,
  init?: RequestInit | null,
): Promise<[url: URL, init: RequestInit]> {
  if (!(input instanceof Request)) return [new URL(input), init ?? {}]
  const request = new Request(input, init ?? {})
  const { url, method, headers, redirect, signal } = request
  // As a stream, it would have no Content-Length.
  const body = request.body && new Uint8Array(await request.arrayBuffer())
  return [new URL(url), Object.assign(ownFields(init ?? {}), { method, headers, body, redirect, signal })]
}
