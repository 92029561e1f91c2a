import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { InputError, type UploadSource } from 'sceyt-platform'
import { toWeb } from './streams.js'

/** The name and the media type of an upload. */
export interface UploadNames {
  /** File name to send. */
  name: string
  /** Media type to send. Default: `application/octet-stream`. */
  type?: string | undefined
}

/**
 * Returns a file on disk as a source for `files.upload`. It is read while it is sent.
 *
 * @param path - Path of the file.
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
export async function fromPath(
  path: string,
  { name = basename(path), type }: Partial<UploadNames> = {},
): Promise<UploadSource> {
  const file = await stat(path).catch((cause: unknown) => {
    throw new InputError('path', `must be the path of a readable file, got ${JSON.stringify(path)}.`, { cause })
  })
  if (!file.isFile()) throw new InputError('path', `must be the path of a file, got ${JSON.stringify(path)}.`)
  return { name, type, size: file.size, repeatable: true, stream: () => toWeb(createReadStream(path)) }
}

/**
 * Returns a stream as a source for `files.upload`. It is read while it is sent, and cannot be retried.
 *
 * @param stream - A stream of Node or of the web.
 * @param names - The name to send, the media type, and the size in bytes if it is known.
 * @returns A source that can be sent once.
 *
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs'
 * import { fromStream } from 'sceyt-platform/node'
 *
 * const { url } = await sceyt.files.upload(fromStream(createReadStream('hello.txt'), { name: 'hello.txt' }))
 * ```
 */
export function fromStream(
  stream: Readable | ReadableStream<Uint8Array>,
  { name, type, size }: UploadNames & { size?: number | undefined },
): UploadSource {
  return { name, type, size, stream: () => (stream instanceof Readable ? toWeb(stream) : stream) }
}
