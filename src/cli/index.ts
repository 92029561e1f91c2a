#!/usr/bin/env node
import { CommanderError } from 'commander'
import { errorFormat } from './error-format.js'
import { orderWords } from './order-words.js'
import { createProgram } from './program.js'
import { UsageError } from './usage-error.js'

// A closed stdout is reported by the write that fails.
process.stdout.on('error', () => {})
// A job goes on without its progress.
process.stderr.on('error', () => {})

const keyInWords =
  'A private key must be in a file, or on the standard input, and not the key itself: other users of the machine can read a command line.'
const words = process.argv.slice(2)
const program = createProgram()
try {
  if (words.some((word) => word.includes('PRIVATE KEY'))) throw new UsageError(keyInWords)
  const ordered = orderWords(program, words)
  if (ordered.length === 0) program.outputHelp()
  else await program.parseAsync(ordered, { from: 'user' })
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    const { exitStatusOf, printError } = await import('./report-error.js')
    if (!(error instanceof Error)) throw error
    printError(error, errorFormat())
    process.exitCode = exitStatusOf(error)
  }
}
