import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { types } from 'node:util'
import { InputError, type UploadSource } from 'sceyt-platform'
import { bytesOf } from '../common/bytes-of.js'
import { describe } from '../common/describe.js'
import { failWith, readOptions } from '../common/read-options.js'
import { streamOf } from '../common/stream-of.js'
import { toFilePath } from './file-path.js'
import { isAsyncIterable, isNodeStream, isWebStream } from './streams.js'

/** The name and the media type of an upload. */
export interface UploadNames {
  /** File name to send. */
  name: string
  /** Media type to send. Default: `application/octet-stream`. */
  type?: string | undefined
}

/** Content that `fromStream` accepts. A string in a stream is sent as UTF-8. */
export type UploadContent = Readable | ReadableStream | AsyncIterable<Uint8Array | ArrayBuffer | string> | Uint8Array

/**
 * Returns a file on disk as a source for `files.upload`. It is read while it is sent.
 *
 * @param path - Path of the file, or its `file:` URL.
 * @param names - The name to send, by default the file's own, and the media type.
 * @returns A source that can be retried.
 * @throws InputError if there is no such file.
 *
 * @example
 * ```ts
 * import { fromPath } from 'sceyt-platform/node'
 *
 * const { url } = await sceyt.files.upload(await fromPath('hello.txt', { type: 'text/plain' }))
 * ```
 */
export async function fromPath(path: string | URL, names: Partial<UploadNames> = {}): Promise<UploadSource> {
  const file = toFilePath(path)
  const facts = await stat(file).catch((cause: unknown) => {
    throw new InputError('path', `must be the path of a readable file, got ${JSON.stringify(file)}.`, { cause })
  })
  if (!facts.isFile()) throw new InputError('path', `must be the path of a file, got ${JSON.stringify(file)}.`)
  const named = checkNames(names, ['name', 'type'], basename(file))
  return { ...named, size: facts.size, repeatable: true, stream: () => readFile(file) }
}

/** Opens a file with the first read, so that a stream that is never read holds none. */
function readFile(file: string): ReadableStream<Uint8Array> {
  let stream: Readable | undefined
  let chunks: AsyncIterator<Uint8Array>
  const next = () => {
    if (!stream) {
      stream = createReadStream(file)
      chunks = stream[Symbol.asyncIterator]()
    }
    return chunks.next()
  }
  return streamOf(next, () => stream?.destroy())
}

/**
 * Returns a stream, or bytes, as a source for `files.upload`. A stream is read while it is sent, and cannot be retried.
 *
 * @param content - A stream of Node or of the web, another async iterable, or a `Buffer` or `Uint8Array`.
 * @param names - The name to send, the media type, and the size in bytes if it is known.
 * @returns A source that can be sent once, or as often as needed if the content is bytes.
 * @throws InputError if the content is something else, or a stream that was read, locked or destroyed before, or if bytes have
 * another size.
 *
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs'
 * import { fromStream } from 'sceyt-platform/node'
 *
 * const { url } = await sceyt.files.upload(fromStream(createReadStream('hello.txt'), { name: 'hello.txt' }))
 * ```
 */
export function fromStream(content: UploadContent, names: UploadNames & { size?: number | undefined }): UploadSource {
  const { size, ...named } = checkNames(names, ['name', 'type', 'size'])
  if (size !== undefined && !(Number.isSafeInteger(size) && size >= 0))
    throw new InputError('size', `must be a number of bytes, 0 or more, got ${describe(size)}.`)
  if (types.isUint8Array(content)) {
    const { length } = content
    if (size !== undefined && size !== length)
      throw new InputError('size', `must be that of the content, which is ${length} bytes, got ${size}.`)
    return { ...named, size: length, repeatable: true, stream: () => byteStreamOf(onlyChunk(content), () => {}) }
  }
  checkUnread(content)
  // Without a listener, a failure before the upload would end the process. The upload reports it.
  if (isNodeStream(content)) content.on('error', () => {})
  return { ...named, size, stream: () => open(content) }
}

async function* onlyChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function checkNames(
  names: Partial<UploadNames> & { size?: number | undefined },
  known: readonly string[],
  fallback?: string,
): UploadNames & { size: number | undefined } {
  const own = readOptions('names', names ?? {}, 'option', known, failWith(InputError))
  const { name = fallback, type, size } = own
  if (typeof name !== 'string' || name === '')
    throw new InputError('name', `must be the name of the file to send, got ${describe(name)}.`)
  if (type !== undefined && typeof type !== 'string')
    throw new InputError('type', `must be a media type, such as image/png, got ${describe(type)}.`)
  return { name, type, size }
}

/** Streams and generators that were sent. Generators can be iterated again, but are empty. */
const sent = sharedSet('sceyt-platform.sent')

/** Returns a set that all copies of this package share, such as those for `import` and `require`. */
function sharedSet(name: string): WeakSet<object> {
  const key = Symbol.for(name)
  const shared = globalThis as { [key]?: WeakSet<object> }
  shared[key] ??= new WeakSet()
  return shared[key]
}

/** Throws an InputError unless the content can be read from its start. */
function checkUnread(content: unknown): asserts content is ReadableStream | Readable | AsyncIterable<unknown> {
  const fail = (problem: string, cause?: unknown): never => {
    throw new InputError('content', problem, { cause })
  }
  if (isWebStream(content)) {
    if (content.locked) fail('is locked by another reader.')
    if (Readable.isDisturbed(content as unknown as Readable)) fail('was read or cancelled before.')
  } else if (!isAsyncIterable(content)) {
    const expected = 'must be a stream of Node or of the web, an async iterable, a Buffer or a Uint8Array'
    fail(`${expected}, got ${describe(content)}.`)
  } else if (sent.has(content)) {
    fail('was sent before: each upload needs a stream of its own.')
  } else if (isNodeStream(content)) {
    if (content.errored) fail(`failed before: ${content.errored.message}`, content.errored)
    if (content.readableEnded) fail('was read before, to its end.')
    if (content.destroyed || !content.readable) fail('was destroyed before.')
    if (content.readableDidRead) fail('was read before, in part: its first bytes would be missing.')
    const { readableEncoding: encoding } = content
    if (encoding && !/^utf-?8$/i.test(encoding))
      fail(`has the encoding ${encoding}; expected bytes or UTF-8: do not call its setEncoding().`)
  }
}

/** Opens content for sending it. This is repeated for each upload, since the content may have been read meanwhile. */
function open(content: unknown): ReadableStream<Uint8Array> {
  checkUnread(content)
  if (isWebStream(content)) {
    const reader = content.getReader()
    return byteStreamOf({ next: () => reader.read() as Promise<IteratorResult<unknown>> }, (reason) =>
      reader.cancel(reason),
    )
  }
  const chunks = content[Symbol.asyncIterator]()
  if (!isNodeStream(content)) {
    if ((chunks as object) === content) sent.add(content)
    return byteStreamOf(chunks, () => chunks.return?.())
  }
  sent.add(content)
  return byteStreamOf(chunks, () => content.destroy())
}

function byteStreamOf(
  chunks: AsyncIterator<unknown>,
  cancel: (reason: unknown) => unknown,
): ReadableStream<Uint8Array> {
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const { done, value } = await chunks.next()
    return done ? { done, value } : { value: toBytes(value) }
  }
  return streamOf(next, cancel)
}

function toBytes(chunk: unknown): Uint8Array {
  const bytes = bytesOf(chunk)
  if (!bytes) throw new TypeError(`The stream to upload must consist of bytes or strings, got ${describe(chunk)}.`)
  return bytes
}
