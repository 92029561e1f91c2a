import { randomUUID } from 'node:crypto'
import { chmod, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { InputError } from 'sceyt-platform'
import { isBlob, openBlob } from '../common/blob.js'
import { describe } from '../common/describe.js'
import { fileToReplace } from './file-to-replace.js'
import { isAsyncIterable, isWebStream } from './streams.js'

/** Content that `saveTo` accepts: what `files.download` returns. */
export type DownloadedContent = ReadableStream<Uint8Array> | Blob

/**
 * Saves a download to a file. A file that exists is replaced, and keeps its mode, once the download is complete: until then the content is in
 * another file in the same folder, `.<id>.part`, which is deleted if the download breaks or is aborted.
 * With `as: 'stream'`, content of any size takes little memory, and the timeouts of the call end with its headers: pass a
 * `signal` to limit the whole download.
 *
 * @param path - Path of the file, or its `file:` URL.
 * @param content - The download, which need not be awaited.
 * @throws InputError if no file can be created at this path, or the download has been read before.
 * @throws Error that the download fails with, or that the file system reports.
 *
 * @example
 * ```ts
 * import { saveTo } from 'sceyt-platform/node'
 *
 * await saveTo('copy.txt', sceyt.files.download('hello.txt', { as: 'stream' }))
 * ```
 */
export async function saveTo(
  path: string | URL,
  content: DownloadedContent | PromiseLike<DownloadedContent>,
): Promise<void> {
  const [file, download] = await Promise.allSettled([fileToReplace(path), toStream(content)])
  if (download.status === 'rejected') throw file.status === 'rejected' ? file.reason : download.reason
  const stream = download.value
  const part = file.status === 'fulfilled' ? join(dirname(file.value.path), `.${randomUUID()}.part`) : ''
  try {
    if (file.status === 'rejected') throw file.reason
    await writeFile(part, stream, { flag: 'wx', mode: file.value.mode, flush: true })
    // The mode of a new file is subject to the umask, that of a replaced file is not.
    if (file.value.mode !== undefined) await chmod(part, file.value.mode)
    await rename(part, file.value.path)
  } catch (error) {
    if (part) await rm(part, { force: true })
    // Closes the connection, unless the download itself has failed. Not awaited, since a source may never confirm it.
    stream.cancel(error).catch(() => {})
    throw error
  }
}

async function toStream(
  given: DownloadedContent | PromiseLike<DownloadedContent>,
): Promise<ReadableStream<Uint8Array>> {
  const content: unknown = await given
  if (isBlob(content)) return openBlob(content)
  if (!isWebStream(content) || !isAsyncIterable(content))
    throw new InputError('content', `must be a download, got ${describe(content)}.`)
  if (content.locked) throw new InputError('content', 'is locked by another reader.')
  if (Readable.isDisturbed(content as unknown as Readable))
    throw new InputError('content', 'has been read or cancelled before.')
  return content
}
