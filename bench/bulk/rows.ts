import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** The channels of messages: those of one channel are sent in order, and so one at a time. */
export const channelIds = Array.from({ length: 16 }, (_, index) => String(101437428530810881n + BigInt(index)))
/** Their only member. */
export const sender = 'zoe'
const linesPerWrite = 1000

/** Returns the user of a row, from 1. */
export function userOf(row: number) {
  return {
    username: `user_${row}`,
    first_name: `First ${row}`,
    last_name: `Last, "the ${row}th"`,
    avatar_url: `https://cdn.example.com/pictures/user_${row}.png`,
  }
}

/** Returns the message of a row, from 1. */
export function messageOf(row: number) {
  const channel = channelIds[row % channelIds.length] ?? ''
  return { channel, from: sender, body: `Message ${row}, with "quotes" and a comma.` }
}

/** Writes a file of users: CSV, with quotes where they are needed. */
export async function writeUsers(file: string, count: number): Promise<void> {
  const line = (row: number) => Object.values(userOf(row)).map(quoteCell).join(',')
  await writeLines(file, count, line, `${Object.keys(userOf(1)).join(',')}\n`)
}

/** Writes a file of messages: NDJSON. */
export async function writeMessages(file: string, count: number): Promise<void> {
  await writeLines(file, count, (row) => JSON.stringify(messageOf(row)))
}

function quoteCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

async function writeLines(file: string, count: number, line: (row: number) => string, header = ''): Promise<void> {
  const pieces = function* () {
    yield header
    for (let first = 1; first <= count; first += linesPerWrite) {
      const length = Math.min(linesPerWrite, count - first + 1)
      yield `${Array.from({ length }, (_, index) => line(first + index)).join('\n')}\n`
    }
  }
  await pipeline(Readable.from(pieces()), createWriteStream(file))
}
