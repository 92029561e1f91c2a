import type { ReadLineOptions } from 'node:readline'
import { Interrupted } from './interrupted.js'
import { UsageError } from './usage-error.js'

/** Asks the user. Questions go to stderr, so that stdout contains nothing but data. */
export interface Ask {
  /** Whether there is a user to ask: the input and stderr are terminals. */
  readonly isInteractive: boolean
  /**
   * Asks for a secret, which is not shown while it is typed. Returns it without spaces at its ends.
   *
   * @throws Interrupted after Ctrl-C.
   * @throws UsageError if the input ends before the answer.
   */
  hidden(question: string): Promise<string>
  /**
   * Asks a question that is answered with yes or no. Enter alone is the default answer.
   *
   * @throws Interrupted after Ctrl-C.
   * @throws UsageError if the input ends before the answer.
   */
  confirm(question: string, defaultAnswer: boolean): Promise<boolean>
}

/** A stream that may be a terminal. */
type Terminal<Stream> = Stream & { readonly isTTY?: boolean }

/** Creates an `Ask` on the standard input and stderr of a process. */
export function createAsk(
  stdin: Terminal<NodeJS.ReadableStream>,
  stderr: Terminal<NonNullable<ReadLineOptions['output']>>,
): Ask {
  const ask = async (prompt: string, isHidden: boolean) => {
    // Imported here, since few commands ask.
    const { read } = await import('read')
    let onEnd = () => {}
    const answer = new Promise<string>((resolve, reject) => {
      // The answer ends the reading too, and arrives after this event.
      onEnd = () => setImmediate(() => reject(new UsageError('The input ended before the answer.')))
      stdin.once('pause', onEnd).once('end', onEnd)
      read({ input: stdin, output: stderr, prompt, silent: isHidden }).then(resolve, () =>
        reject(new Interrupted('Interrupted.')),
      )
    })
    return answer.finally(() => stdin.off('pause', onEnd).off('end', onEnd))
  }
  return {
    isInteractive: stdin.isTTY === true && stderr.isTTY === true,
    async hidden(question) {
      try {
        return (await ask(question, true)).trim()
      } finally {
        // The line break of the user is hidden too.
        stderr.write('\n')
      }
    },
    async confirm(question, defaultAnswer) {
      for (;;) {
        const answer = (await ask(`${question} ${defaultAnswer ? '[Y/n]' : '[y/N]'}`, false)).trim()
        if (answer === '') return defaultAnswer
        if (/^y(es)?$/i.test(answer)) return true
        if (/^no?$/i.test(answer)) return false
      }
    },
  }
}
