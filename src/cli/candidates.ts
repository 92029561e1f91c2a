import type { Command, Option } from 'commander'
import { generalOptions } from './order-words.js'
import { profileNames } from './profiles/profiles-file.js'

/** A word that completes a command line. */
export interface Candidate {
  value: string
  description: string
}

/**
 * Returns the words that the last word of a command line may become.
 *
 * @param words - The words after the name of the program. The last one is incomplete, and may be empty.
 */
export async function candidatesFor(program: Command, words: readonly string[]): Promise<Candidate[]> {
  const prefix = words.at(-1) ?? ''
  const { command, pending } = follow(program, words.slice(0, -1))
  const all = pending ? await valuesOf(pending) : prefix.startsWith('-') ? optionsOf(command) : namesIn(command)
  return all.filter(({ value }) => value.startsWith(prefix))
}

/** Follows words to the command that they name, and to the option that expects the next word as its value. */
function follow(program: Command, words: readonly string[]): { command: Command; pending: Option | undefined } {
  let command = program
  let pending: Option | undefined
  for (const word of words) {
    if (pending) {
      pending = undefined
      continue
    }
    const option = [...command.options, ...generalOptionsOf(command)].find(({ long }) => long === word)
    if (option?.required) pending = option
    const isHelp = word === 'help' && command === program
    if (!word.startsWith('-') && !isHelp) command = command.commands.find((child) => child.name() === word) ?? command
  }
  return { command, pending }
}

async function valuesOf({ long, argChoices = [] }: Option): Promise<Candidate[]> {
  const names = long === '--profile' ? await profileNames() : argChoices
  return names.map((value) => ({ value, description: '' }))
}

function optionsOf(command: Command): Candidate[] {
  return [...command.createHelp().visibleOptions(command), ...generalOptionsOf(command)].map(
    ({ long, short, description }) => ({ value: long ?? short ?? '', description: firstSentence(description) }),
  )
}

/** Before the last word of a command, general options are accepted too. */
function generalOptionsOf({ commands }: Command): readonly Option[] {
  return commands.length > 0 ? generalOptions : []
}

function namesIn(command: Command): Candidate[] {
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices)
  return [
    ...command
      .createHelp()
      .visibleCommands(command)
      .map((child) => ({ value: child.name(), description: firstSentence(child.summary() || child.description()) })),
    ...choices.map((value) => ({ value, description: '' })),
  ]
}

function firstSentence(text: string): string {
  return text.split(/\.\s|\n/, 1)[0] ?? ''
}
