import { PassThrough } from 'node:stream'
import { type Ask, createAsk } from '../../src/cli/ask.js'

/** A terminal whose user answers questions. */
export interface TestTerminal {
  ask: Ask
  stdin: PassThrough
  /** Types text, in pieces, as soon as a question is shown. Each call answers one question, in their order. */
  type(question: string, ...pieces: string[]): void
  /** Returns everything that the terminal has shown. */
  shown(): string
  /** Ends the input. */
  close(): void
}

/** Opens a terminal for a test. It shows what a real one does in raw mode: nothing but the output of the process. */
export function openTerminal(): TestTerminal {
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  const stderr = Object.assign(new PassThrough(), { isTTY: true })
  const answers: { question: string; pieces: string[] }[] = []
  let shown = ''
  let unanswered = ''
  stderr.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    unanswered += text
    const [next] = answers
    if (!next || !unanswered.includes(next.question)) return
    answers.shift()
    unanswered = ''
    for (const piece of next.pieces) setImmediate(() => stdin.write(piece))
  })
  return {
    ask: createAsk(stdin, stderr),
    stdin,
    type: (question, ...pieces) => void answers.push({ question, pieces }),
    shown: () => shown,
    close: () => void stdin.end(),
  }
}
