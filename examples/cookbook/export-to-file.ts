// Writes all messages of a channel, or all users, to a file, one JSON value per line. Only one page is in memory at a time.
// The file is replaced only when it is complete, so a failure leaves the previous file.
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createSceyt, type Sceyt } from 'sceyt-platform'

export function exportMessages(sceyt: Sceyt, channelId: string, path: string): Promise<number> {
  return exportTo(path, sceyt.messages.list(channelId, { limit: 50 }))
}

export function exportUsers(sceyt: Sceyt, path: string): Promise<number> {
  return exportTo(path, sceyt.users.list({ limit: 50 }))
}

async function exportTo(path: string, items: AsyncIterable<unknown>): Promise<number> {
  const part = `${path}.${process.pid}.part`
  try {
    const count = await writeLines(items, createWriteStream(part, { flush: true }))
    await rename(part, path)
    return count
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Requests the next page only after the sink has accepted the lines of the previous one. */
export async function writeLines(items: AsyncIterable<unknown>, sink: Writable): Promise<number> {
  let count = 0
  async function* lines(): AsyncGenerator<string> {
    for await (const item of items) {
      yield `${JSON.stringify(item)}\n`
      count++
    }
  }
  await pipeline(lines, sink)
  return count
}

if (process.argv[1] === import.meta.filename) {
  const [what = 'users', path = `${what}.ndjson`] = process.argv.slice(2)
  const sceyt = createSceyt()
  console.log(
    `${await (what === 'users' ? exportUsers(sceyt, path) : exportMessages(sceyt, what, path))} lines in ${path}`,
  )
}
