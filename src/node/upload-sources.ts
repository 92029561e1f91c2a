import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { InputError, type UploadSource } from 'sceyt-platform'
import { toWeb } from './streams.js'

/** How to name what is uploaded. */
export interface UploadNames {
  /** File name to send. */
  name: string
  /** Media type to send. Default: `application/octet-stream`. */
  type?: string | undefined
}

/**
 * A file of the disk, for `files.upload`. It is read while it is sent, a piece at a time.
 *
 * @param path - Where the file is.
 * @param names - The name to send, by default the file's own, and the media type.
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
    throw new InputError('path', `must lead to a file that can be read, got ${JSON.stringify(path)}.`, { cause })
  })
  if (!file.isFile()) throw new InputError('path', `must lead to a file, got ${JSON.stringify(path)}.`)
  return { name, type, size: file.size, repeatable: true, stream: () => toWeb(createReadStream(path)) }
}

/**
 * A stream, for `files.upload`. It is read while it is sent, and can be sent once.
 *
 * @param stream - A stream of Node or of the web.
 * @param names - The name to send, the media type, and the size in bytes if it is known.
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
