// Made by `npm run generate` from openapi/. Do not edit.
import type { Core, DownloadOptions, RequestOptions } from '../../src/client/core.js'
import type { Uploadable } from '../../src/operation/multipart.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { UploadedFile } from '../schema.js'
import { deleteFile, downloadFile, uploadFile } from '../operations.js'

/** The calls of `sceyt.files`. */
export class FilesResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * Upload a file.
   *
   * Stores a file and returns its address, for use as an avatar or an attachment.
   *
   * Each application sets its own limit of size.
   *
   * @param file - A `Blob` or `File`, or what `fromPath` or `fromStream` of `sceyt-platform/node` make.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Where the file is found.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `uploadFile`: `POST /files` (documented).
   */
  upload(file: Uploadable, options?: RequestOptions): ApiPromise<UploadedFile> {
    return this.#core.call(uploadFile, { body: { files: file } }, options)
  }

  /**
   * Download a file.
   *
   * Returns the content of a file.
   *
   * @param fileName - Name of the file. Also what an upload returned, or its URL, if that is directly under this API's own path. Any other URL is refused.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries, and whether to hand on a stream.
   * @returns The content, as a `Blob` or on request as a stream.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `downloadFile`: `GET /files/{fileName}` (documented).
   */
  download(fileName: string | UploadedFile, options: DownloadOptions & { as: 'stream' }): ApiPromise<ReadableStream<Uint8Array>>
  download(fileName: string | UploadedFile, options?: RequestOptions & { as?: 'blob' | undefined }): ApiPromise<Blob>
  download(fileName: string | UploadedFile, options?: DownloadOptions): ApiPromise<Blob | ReadableStream<Uint8Array>> {
    return this.#core.call(downloadFile, { path: { fileName } }, options)
  }

  /**
   * Delete a file.
   *
   * Deletes a file for good.
   *
   * @param fileName - Name of the file. Also what an upload returned, or its URL, if that is directly under this API's own path. Any other URL is refused.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `deleteFile`: `DELETE /files/{fileName}` (documented).
   */
  delete(fileName: string | UploadedFile, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteFile, { path: { fileName } }, options)
  }
}
