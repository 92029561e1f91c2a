import type { Command, Option } from 'commander'
import { createCommandOptions } from './command-options.js'
import { UsageError } from './usage-error.js'

/** The options that may stand before a command too, such as `--profile`. */
export const generalOptions: readonly Option[] = createCommandOptions()

/** Returns the general option of a word, such as `--errors` or `--errors=json`. */
function generalOptionOf(word: string): Option | undefined {
  const [name] = word.split('=', 1)
  return generalOptions.find(({ long }) => long === name)
}

/**
 * Puts the words of a command line into the order that the parser expects: `--errors json users list` becomes
 * `users list --errors json`. `help users list` and `--help users list` become `users list --help`.
 *
 * The words after an unknown command are left out, so that the parser reports it, though `--help` may follow.
 *
 * @throws UsageError if words follow a command after `help`.
 */
export function orderWords(program: Command, words: readonly string[]): string[] {
  const path: string[] = []
  const general: string[] = []
  let command = program
  let isHelp = false
  let index = 0
  while (command.commands.length > 0 && index < words.length) {
    const word = words[index++] as string
    if (word === '--help' || word === '-h' || (word === 'help' && command === program && !isHelp)) isHelp = true
    else if (word.startsWith('-')) {
      const option = generalOptionOf(word)
      if (!option) return [...words]
      general.push(word)
      if (option.required && !word.includes('=') && index < words.length) general.push(words[index++] as string)
    } else {
      path.push(word)
      const child = command.commands.find((one) => one.name() === word)
      if (!child) return path
      command = child
    }
  }
  const rest = words.slice(index)
  if (!isHelp) return command.commands.length > 0 ? path : [...path, ...general, ...rest]
  const surplus = rest.find((word) => !word.startsWith('-'))
  if (surplus !== undefined)
    throw new UsageError(`Unknown command ${JSON.stringify(surplus)}.\nSee sceyt-platform ${path.join(' ')} --help.`)
  return [...path, '--help']
}
