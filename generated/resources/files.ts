// Made by `npm run generate` from openapi/. Do not edit.
import type { Core } from '../../src/client/core.js'
import type { DownloadOptions, RequestOptions } from '../../src/client/request-options.js'
import type { Uploadable } from '../../src/operation/multipart.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { UploadedFile } from '../schema.js'
import { deleteFile, downloadFile, uploadFile } from '../operations.js'

/** Methods of `sceyt.files`. */
export class FilesResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * Stores a file and returns its URL, for use as an avatar or as an attachment.
   *
   * If the name of the file is taken, the new file gets a number: `photo-2.png`. Each application has its own size limit.
   *
   * Operation `uploadFile`: `POST /files`. Retried only after a 429, or if nothing was sent.
   *
   * @param file - A `Blob`, a `File`, or the result of `fromPath` or `fromStream` of `sceyt-platform/node`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The URL of the file.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const uploadedFile = await sceyt.files.upload(new File(['Hello from Zoe'], 'hello.txt', { type: 'text/plain' }))
   * ```
   */
  upload(file: Uploadable, options?: RequestOptions): ApiPromise<UploadedFile> {
    return this.#core.call(uploadFile, { path: undefined, query: undefined, body: { files: file }, argument: 'file' }, options)
  }

  /**
   * Returns the content of a file as bytes, whatever the media type of the upload.
   *
   * Operation `downloadFile`: `GET /files/{fileName}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param fileName - Name of the file. Must not be empty. Also accepts what an upload returned, or its URL if that is directly under the base URL; any other URL is rejected.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`, and `as` for a stream.
   * @returns The content, as a `Blob`, or as a stream with `as: 'stream'`. `cancel()` a stream that you do not read to its end: that closes its connection at once.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no file with this name.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const file = await sceyt.files.download('hello.txt')
   * ```
   */
  download(fileName: string | UploadedFile, options: DownloadOptions & { as: 'stream' }): ApiPromise<ReadableStream<Uint8Array>>
  download(fileName: string | UploadedFile, options?: RequestOptions & { as?: 'blob' | undefined }): ApiPromise<Blob>
  download(fileName: string | UploadedFile, options?: DownloadOptions): ApiPromise<Blob | ReadableStream<Uint8Array>> {
    return this.#core.call(downloadFile, { path: { fileName }, query: undefined, body: undefined }, options)
  }

  /**
   * Deletes a file permanently. Avatars and attachments keep its URL, which no longer leads to a file.
   *
   * Operation `deleteFile`: `DELETE /files/{fileName}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection. If a retry ends with a NotFoundError, an earlier attempt may have deleted it.
   *
   * @param fileName - Name of the file. Must not be empty. Also accepts what an upload returned, or its URL if that is directly under the base URL; any other URL is rejected.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no file with this name.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * await sceyt.files.delete('old.txt')
   * ```
   */
  delete(fileName: string | UploadedFile, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteFile, { path: { fileName }, query: undefined, body: undefined }, options)
  }
}
