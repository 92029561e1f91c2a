import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Fetch } from '../../src/index.js'
import { type RecordOptions, record } from '../../src/record/index.js'

export const baseUrl = 'https://api.example.com/v1/app'

/** Returns the path of a file that does not exist, in a folder that is removed after the test. */
export async function newFile(name = 'recording.ndjson'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-record-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, name)
}

/** Returns the lines of a recording, without its header. */
export async function linesOf(file: string): Promise<Record<'request' | 'response' | 'failure', unknown>[]> {
  const [header, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n')
  if (header !== '{"recording":1}') throw new Error(`The header is ${header}.`)
  return lines.map((line) => JSON.parse(line))
}

/** Records requests to a path under the base URL, and reads each response to its end. */
export async function recordAll(
  send: Fetch,
  requests: readonly (readonly [path: string, init?: RequestInit])[],
  options?: RecordOptions,
): Promise<string> {
  const file = await newFile()
  const recorded = record(send, file, options)
  for (const [path, init] of requests) await (await recorded(baseUrl + path, init)).arrayBuffer()
  return file
}
