// Deletes a user, and before that all their messages: to delete the user alone leaves every message where it is.
// Run it again after a failure: what is gone already is skipped, and the user goes last, since messages are deleted on their behalf.
//
// It is expensive. No filter finds the messages of one user, so every message of every channel is read, 50 per request,
// and each message of the user takes a request more. Files that were attached stay: see files.delete.
//
// A user who is no member of a channel any more cannot delete messages there. These are listed, and the user stays:
// add the user to the channel and run it again, or let a member with the permission to delete any message do it.
import { ApiError, createSceyt, type ErrorReason, type Sceyt } from 'sceyt-platform'

export interface Deletion {
  /** How many messages this run has deleted. */
  messages: number
  /** Messages that may not be deleted on the user's behalf, by id, and why. */
  left: Map<string, string>
  /** `gone`: the user did not exist, so an earlier run has finished, or messages can no longer be deleted on their behalf. `kept`: messages are left. */
  user: 'deleted' | 'gone' | 'kept'
}

export async function deleteUser(sceyt: Sceyt, username: string): Promise<Deletion> {
  const deletion: Deletion = { messages: 0, left: new Map(), user: 'gone' }
  if (!(await unless('not-found', sceyt.users.get(username)))) return deletion
  for await (const channel of sceyt.channels.list({ limit: 50 })) {
    const ids = await unless('not-found', messagesOf(sceyt, channel.id, username))
    await Promise.all((ids ?? []).map((id) => deleteMessage(sceyt, channel.id, id, username, deletion)))
  }
  if (deletion.left.size > 0) return { ...deletion, user: 'kept' }
  await unless('not-found', sceyt.users.delete(username))
  return { ...deletion, user: 'deleted' }
}

/** The ids of all messages of a user in a channel. They are read before the first is deleted: it would shift the pages. */
async function messagesOf(sceyt: Sceyt, channelId: string, username: string): Promise<string[]> {
  const ids: string[] = []
  for await (const { id, from } of sceyt.messages.list(channelId, { limit: 50 })) if (from === username) ids.push(id)
  return ids
}

async function deleteMessage(
  sceyt: Sceyt,
  channelId: string,
  id: string,
  from: string,
  deletion: Deletion,
): Promise<void> {
  try {
    await sceyt.messages.delete(channelId, id, { from })
    deletion.messages++
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.reason === 'not-allowed') deletion.left.set(id, error.message)
    else if (error.reason !== 'not-found') throw error
  }
}

/** What a call results in, or undefined if it fails for this reason. */
function unless<T>(reason: ErrorReason, call: Promise<T>): Promise<T | undefined> {
  return call.catch((error) => {
    if (!(error instanceof ApiError && error.reason === reason)) throw error
    return undefined
  })
}

if (process.argv[1] === import.meta.filename)
  console.log(await deleteUser(createSceyt({ maxConcurrent: 20 }), process.argv[2] ?? ''))
