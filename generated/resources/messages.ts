// Made by `npm run generate` from openapi/. Do not edit.
import type { Core, RequestOptions } from '../../src/client/core.js'
import type { ListPromise } from '../../src/client/list-promise.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { Message, MessageEdit, MessageList, MessageSend } from '../schema.js'
import { deleteMessage, deleteMessageAttachments, editMessage, listMessages, sendMessage } from '../operations.js'

/** What `messages.list` can be asked for. */
export interface ListMessagesQuery {
  /** Maximum number of items in a page. */
  limit?: number | undefined
  /** Number of items to skip. */
  offset?: number | undefined
}

/** What `messages.delete` can be asked for. */
export interface DeleteMessageQuery {
  /** Username of the user who deletes the message. */
  from: string
}

/** The calls of `sceyt.messages`. */
export class MessagesResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * List messages.
   *
   * Lists the messages of a channel, a page at a time.
   *
   * @param channelId - Id of the channel.
   * @param query - What to ask for.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns A list: await it for its first page, or iterate over it for every item.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `listMessages`: `GET /channels/{channelId}/messages` (documented).
   */
  list(channelId: string, query?: ListMessagesQuery, options?: RequestOptions): ListPromise<MessageList, Message> {
    return this.#core.list(listMessages, { path: { channelId }, query }, options)
  }

  /**
   * Send a message.
   *
   * Sends a message to a channel on behalf of a user. Sending it twice makes two messages.
   *
   * @param channelId - Id of the channel.
   * @param body - The message to send.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The message sent.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `sendMessage`: `POST /channels/{channelId}/messages` (documented).
   */
  send(channelId: string, body: MessageSend, options?: RequestOptions): ApiPromise<Message> {
    return this.#core.call(sendMessage, { path: { channelId }, body }, options)
  }

  /**
   * Edit a message.
   *
   * Replaces the text of a message.
   *
   * @param channelId - Id of the channel.
   * @param messageId - Id of the message.
   * @param body - The new text.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The edited message.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `editMessage`: `PUT /channels/{channelId}/messages/{messageId}` (decided).
   */
  edit(channelId: string, messageId: string, body: MessageEdit, options?: RequestOptions): ApiPromise<Message> {
    return this.#core.call(editMessage, { path: { channelId, messageId }, body }, options)
  }

  /**
   * Delete a message.
   *
   * Deletes a message on behalf of a user.
   *
   * @param channelId - Id of the channel.
   * @param messageId - Id of the message.
   * @param query - What to ask for.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `deleteMessage`: `DELETE /channels/{channelId}/messages/{messageId}` (documented).
   */
  delete(channelId: string, messageId: string, query: DeleteMessageQuery, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteMessage, { path: { channelId, messageId }, query }, options)
  }

  /**
   * Delete the attachments of a message.
   *
   * Deletes all attachments of a message, and keeps the message.
   *
   * @param messageId - Id of the message.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `deleteMessageAttachments`: `DELETE /messages/{messageId}/attachments` (documented).
   */
  deleteAttachments(messageId: string, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteMessageAttachments, { path: { messageId } }, options)
  }
}
