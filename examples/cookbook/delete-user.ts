// Deletes a user, and first all their messages: deleting only the user leaves every message where it is.
// Run it again after a failure: deleted messages are skipped, and the user goes last, since messages are deleted on their behalf.
//
// It is expensive. No filter finds the messages of one user, so it reads every message of every channel, 50 per request,
// and deletes each message of the user with one more request. Attached files stay: see files.delete.
//
// A user who has been removed from a channel cannot delete messages there. These messages are listed, and the user is kept:
// add the user to the channel and run it again, or let a member with the permission to delete any message do it.
import { ApiError, createSceyt, type ErrorReason, type Sceyt } from 'sceyt-platform'

export interface Deletion {
  /** The number of messages that this run has deleted. */
  messages: number
  /** Messages that could not be deleted on the user's behalf, by id, and why. */
  remaining: Map<string, string>
  /** `gone`: there was no such user; an earlier run has finished, or their messages can no longer be deleted on their behalf. `kept`: messages remain. */
  user: 'deleted' | 'gone' | 'kept'
}

export async function deleteUser(sceyt: Sceyt, username: string): Promise<Deletion> {
  const result: Deletion = { messages: 0, remaining: new Map(), user: 'gone' }
  if (!(await unless('not-found', sceyt.users.get(username)))) return result
  for await (const channel of sceyt.channels.list({ limit: 50 })) {
    const ids = await unless('not-found', messagesOf(sceyt, channel.id, username))
    await Promise.all((ids ?? []).map((id) => deleteMessage(sceyt, channel.id, id, username, result)))
  }
  if (result.remaining.size > 0) return { ...result, user: 'kept' }
  await unless('not-found', sceyt.users.delete(username))
  return { ...result, user: 'deleted' }
}

/** Returns the ids of all messages of a user in a channel, before any is deleted: a deletion would shift the pages. */
async function messagesOf(sceyt: Sceyt, channelId: string, username: string): Promise<string[]> {
  const ids: string[] = []
  for await (const { id, from } of sceyt.messages.list(channelId, { limit: 50 })) if (from === username) ids.push(id)
  return ids
}

async function deleteMessage(sceyt: Sceyt, channel: string, id: string, from: string, result: Deletion): Promise<void> {
  try {
    await sceyt.messages.delete(channel, id, { from })
    result.messages++
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.reason === 'not-allowed') result.remaining.set(id, error.message)
    else if (error.reason !== 'not-found') throw error
  }
}

/** Returns the result of a call, or undefined if it fails for the given reason. */
function unless<T>(reason: ErrorReason, call: Promise<T>): Promise<T | undefined> {
  return call.catch((error) => {
    if (!(error instanceof ApiError && error.reason === reason)) throw error
    return undefined
  })
}

if (process.argv[1] === import.meta.filename)
  console.log(await deleteUser(createSceyt({ maxConcurrent: 20 }), process.argv[2] ?? ''))
