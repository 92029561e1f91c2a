// Made by `npm run generate` from openapi/. Do not edit.
import type { Core } from '../../src/client/core.js'
import type { RequestOptions } from '../../src/client/request-options.js'
import type { ListPromise } from '../../src/client/list-promise.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { Message, MessageEdit, MessageList, MessageSend } from '../schema.js'
import { deleteMessage, deleteMessageAttachments, editMessage, listMessages, sendMessage } from '../operations.js'

/** Query parameters of `messages.list`. */
export interface ListMessagesQuery {
  /** Maximum number of items on a page. 1 to 50. */
  limit?: number | undefined
  /** Number of items to skip. 0 or more. */
  offset?: number | undefined
}

/** Query parameters of `messages.delete`. */
export interface DeleteMessageQuery {
  /** Username of the user who deletes the message. Must not be empty. */
  from: string
}

/** Methods of `sceyt.messages`. */
export class MessagesResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * Returns a page of the messages in a channel, with their attachments.
   *
   * Without `limit`, a page has up to 50 messages.
   *
   * Operation `listMessages`: `GET /channels/{channelId}/messages`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param query - `limit` (1 to 50, by default 50), `offset` (0 or more).
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns A list: `await` it for its first page, use `for await` or `toArray` for the items of all pages, or `page` for that of a link.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * for await (const message of sceyt.messages.list('101437428530810880', { limit: 50 })) {
   *   console.log(message.id)
   * }
   * ```
   */
  list(channelId: string, query?: ListMessagesQuery, options?: RequestOptions): ListPromise<MessageList, Message> {
    return this.#core.list(listMessages, { path: { channelId }, query, body: undefined }, options)
  }

  /**
   * Sends a message to a channel on behalf of the user `from`, who must be a member of it.
   *
   * Not idempotent: a request that is sent twice creates two messages.
   *
   * The role of `from` must have the permission "Send Message", and "Send Attachment Message" if there are `attachments`.
   *
   * Operation `sendMessage`: `POST /channels/{channelId}/messages`. Retried only after a 429, or if nothing was sent.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param body - The message to send. Required: `from`, `body`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The new message.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The user is not a member of the channel; the user was kicked and blocked from the channel; or the role of the user does not have the permission Send Message or Send Attachment Message.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws UnprocessableEntityError (422) A user in the request does not exist.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const message = await sceyt.messages.send('101437428530810880', {
   *   from: 'zoe',
   *   body: 'Which chapter are we on?',
   *   type: 'text',
   *   metadata: '{"mood":"curious"}',
   *   attachments: [
   *     {
   *       name: 'Chapter 1.pdf',
   *       type: 'file',
   *       meta: '{"pages":12}',
   *       url: 'https://cdn.example.com/chapter-1.pdf',
   *       size: 48213,
   *     },
   *   ],
   * })
   * ```
   */
  send(channelId: string, body: MessageSend, options?: RequestOptions): ApiPromise<Message> {
    return this.#core.call(sendMessage, { path: { channelId }, query: undefined, body }, options)
  }

  /**
   * Replaces the text of a message; its type, metadata and attachments stay.
   *
   * A message of a member whose role has a higher priority than that of `from` cannot be edited.
   *
   * The role of `from` must have the permission "Edit Own Message" for a message that the user wrote, or "Edit any Message" for any message.
   *
   * Operation `editMessage`: `PUT /channels/{channelId}/messages/{messageId}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param messageId - Id of the message. Must not be empty.
   * @param body - The new text. Required: `from`, `body`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The edited message.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The user is not a member of the channel; the user was kicked and blocked from the channel; the role of the user does not have the permission Edit Own Message or Edit any Message; or the author of the message has a role with a higher priority.
   * @throws NotFoundError (404) There is no channel with this id, or there is no message with this id.
   * @throws UnprocessableEntityError (422) A user in the request does not exist.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const message = await sceyt.messages.edit('101437428530810880', '101437428530810881', { from: 'zoe', body: 'Which chapter are we on?' })
   * ```
   */
  edit(channelId: string, messageId: string, body: MessageEdit, options?: RequestOptions): ApiPromise<Message> {
    return this.#core.call(editMessage, { path: { channelId, messageId }, query: undefined, body }, options)
  }

  /**
   * Deletes a message permanently, on behalf of the user `from`.
   *
   * A message of a member whose role has a higher priority than that of `from` cannot be deleted.
   *
   * The role of `from` must have the permission "Delete Own Message" for a message that the user wrote, or "Delete any Message" for any message.
   *
   * Operation `deleteMessage`: `DELETE /channels/{channelId}/messages/{messageId}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection. If a retry ends with a NotFoundError, an earlier attempt may have deleted it.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param messageId - Id of the message. Must not be empty.
   * @param query - `from` (required, must not be empty).
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The user is not a member of the channel; the user was kicked and blocked from the channel; the role of the user does not have the permission Delete Own Message or Delete any Message; or the author of the message has a role with a higher priority.
   * @throws NotFoundError (404) There is no channel with this id, or there is no message with this id.
   * @throws UnprocessableEntityError (422) A user in the request does not exist.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * await sceyt.messages.delete('101437428530810880', '101437428530810882', { from: 'zoe' })
   * ```
   */
  delete(channelId: string, messageId: string, query: DeleteMessageQuery, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteMessage, { path: { channelId, messageId }, query, body: undefined }, options)
  }

  /**
   * Removes all attachments from a message. Its text stays, and so do the uploaded files.
   *
   * Operation `deleteMessageAttachments`: `DELETE /messages/{messageId}/attachments`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param messageId - Id of the message. Must not be empty.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no message with this id.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * await sceyt.messages.deleteAttachments('101437428530810883')
   * ```
   */
  deleteAttachments(messageId: string, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteMessageAttachments, { path: { messageId }, query: undefined, body: undefined }, options)
  }
}
