import { closeSync, ftruncateSync, openSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { InputError } from 'sceyt-platform'
import { lockFile } from '../node/file-lock.js'
import { syncFolder } from '../node/sync-folder.js'
import { type LogFormat, readLog } from './read-log.js'
import { writeAll } from './write-all.js'

/** A log that this process alone appends to. */
export interface OpenLog {
  /** Descriptor of the file. */
  descriptor: number
  /** Closes the file, and lets other processes open it. */
  close(): void
}

/** What is needed to open a log. */
export interface LogOptions {
  path: string
  format: LogFormat
  /** The first value of a new log. */
  header: object
  /** What uses the log, such as `the bulk job`, for errors. */
  user: string
}

/**
 * Opens a log to append to it, or creates it. A torn last line, as a crash leaves it, is removed.
 *
 * @throws InputError if the file cannot be opened, is not such a log, or is in use.
 */
export async function openLog({ path, format, header, user }: LogOptions): Promise<OpenLog> {
  const fail = (message: string, cause: Error): never => {
    throw new InputError(format.parameter, message, { cause }, message)
  }
  const descriptor = open(path, fail)
  try {
    // By its real path, since links give a file several names.
    const unlock = await lockFile(realpathSync(path), user).catch((error: Error) => fail(error.message, error))
    try {
      const end = await readLog(path, format)
      ftruncateSync(descriptor, end)
      if (end === 0) {
        writeAll(descriptor, `${JSON.stringify(header)}\n`)
        // Its records survive a power failure only if its name does.
        syncFolder(dirname(path))
      }
    } catch (error) {
      unlock()
      throw error
    }
    return {
      descriptor,
      close() {
        closeSync(descriptor)
        unlock()
      },
    }
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

function open(path: string, fail: (message: string, cause: Error) => never): number {
  try {
    return openSync(path, 'a+')
  } catch (cause) {
    const error = cause as Error
    return fail(`The journal ${path} cannot be opened: ${error.message}`, error)
  }
}
