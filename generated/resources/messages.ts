// Made by `npm run generate` from openapi/. Do not edit.
import type { Core } from '../../src/client/core.js'
import type { RequestOptions } from '../../src/client/request-options.js'
import type { ListPromise } from '../../src/client/list-promise.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { Message, MessageEdit, MessageList, MessageSend } from '../schema.js'
import { deleteMessage, deleteMessageAttachments, editMessage, listMessages, sendMessage } from '../operations.js'

/** Query parameters of `messages.list`. */
export interface ListMessagesQuery {
  /** Maximum number of items in a page. 1 to 50. */
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
   * Lists the messages of a channel, a page at a time.
   *
   * Operation `listMessages`: `GET /channels/{channelId}/messages`.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param query - `limit` (1 to 50, by default 50), `offset` (0 or more).
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns A list: `await` it for its first page, or use `for await` for the items of all pages.
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
    return this.#core.list(listMessages, { path: { channelId }, query }, options)
  }

  /**
   * Sends a message to a channel on behalf of a user. Sending it twice makes two messages.
   *
   * Operation `sendMessage`: `POST /channels/{channelId}/messages`.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param body - The message to send. Required: `from`, `body`.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The message sent.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The user is not a member of the channel. The user was kicked and blocked from the channel. The role of the user does not have the permission Send Message or Send Attachment Message.
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
    return this.#core.call(sendMessage, { path: { channelId }, body }, options)
  }

  /**
   * Replaces the text of a message.
   *
   * Operation `editMessage`: `PUT /channels/{channelId}/messages/{messageId}`.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param messageId - Id of the message. Must not be empty.
   * @param body - The new text. Required: `from`, `body`.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The edited message.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The user is not a member of the channel. The user was kicked and blocked from the channel. The role of the user does not have the permission Edit Own Message or Edit any Message. The author of the message has a role of higher priority.
   * @throws NotFoundError (404) There is no channel with this id. There is no message with this id.
   * @throws UnprocessableEntityError (422) A user in the request does not exist.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const message = await sceyt.messages.edit('101437428530810880', '101437428530810881', { from: 'zoe', body: 'Which chapter are we on?' })
   * ```
   */
  edit(channelId: string, messageId: string, body: MessageEdit, options?: RequestOptions): ApiPromise<Message> {
    return this.#core.call(editMessage, { path: { channelId, messageId }, body }, options)
  }

  /**
   * Deletes a message on behalf of a user.
   *
   * Operation `deleteMessage`: `DELETE /channels/{channelId}/messages/{messageId}`.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param messageId - Id of the message. Must not be empty.
   * @param query - `from` (required, must not be empty).
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The user is not a member of the channel. The user was kicked and blocked from the channel. The role of the user does not have the permission Delete Own Message or Delete any Message. The author of the message has a role of higher priority.
   * @throws NotFoundError (404) There is no channel with this id. There is no message with this id.
   * @throws UnprocessableEntityError (422) A user in the request does not exist.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * await sceyt.messages.delete('101437428530810880', '101437428530810881', { from: 'zoe' })
   * ```
   */
  delete(channelId: string, messageId: string, query: DeleteMessageQuery, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteMessage, { path: { channelId, messageId }, query }, options)
  }

  /**
   * Deletes all attachments of a message, and keeps the message.
   *
   * Operation `deleteMessageAttachments`: `DELETE /messages/{messageId}/attachments`.
   *
   * @param messageId - Id of the message. Must not be empty.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no message with this id.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * await sceyt.messages.deleteAttachments('101437428530810881')
   * ```
   */
  deleteAttachments(messageId: string, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteMessageAttachments, { path: { messageId } }, options)
  }
}
