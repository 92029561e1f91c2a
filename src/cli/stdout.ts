import { fileProblem } from './file-problem.js'

/** The reader of stdout has closed it, as `head` does. */
export class ClosedOutput extends Error {}

/**
 * Writes data to stdout, and waits until it is written.
 *
 * @throws ClosedOutput if the reader has closed it.
 */
export function writeToStdout(data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(data, (error) => {
      const isClosed = (error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE'
      if (error)
        reject(
          isClosed
            ? new ClosedOutput('stdout was closed; the command has stopped.')
            : new Error(`Cannot write to stdout: ${fileProblem(error)}.`, { cause: error }),
        )
      else resolve()
    })
  })
}
