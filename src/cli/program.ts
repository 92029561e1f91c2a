import { styleText } from 'node:util'
import { type Argument, Command, type CommanderError } from 'commander'
import { version } from '../../generated/operations.js'
import { errorsOption } from './command-options.js'
import { addCompletionCommand } from './completion-command.js'
import { addDoctorCommand } from './doctor-command.js'
import { addOperationCommands } from './operation-command.js'
import { addProfilesCommand } from './profiles/profiles-command.js'
import { addSandboxCommand } from './sandbox-command.js'
import { addTokenCommand } from './token-command.js'
import { UsageError } from './usage-error.js'

const description = `The Sceyt Platform API on the command line, and a sandbox that serves it from memory.

The server is read from SCEYT_BASE_URL, or SCEYT_API_URL and SCEYT_APP_ID, and the API key from SCEYT_API_KEY, or both from a profile: see "sceyt-platform profiles --help".`

/** Creates the program with all its commands. An invalid command line is a UsageError. */
export function createProgram(): Command {
  const program = new Command('sceyt-platform')
    .description(description)
    .version(version, '--version', 'print the version')
  addOperationCommands(program)
  const resources = program.commands.length
  addProfilesCommand(program)
  addSandboxCommand(program)
  addDoctorCommand(program)
  addTokenCommand(program)
  addCompletionCommand(program)
  for (const command of program.commands.slice(resources)) command.helpGroup('Tools:')
  finish(program, [])
  return program
}

/** Gives a command, and those in it, what commander does not let them inherit. */
function finish(command: Command, parents: readonly string[]): void {
  const path = [...parents, command.name()]
  command
    .helpOption('--help', 'print this text')
    .helpCommand(parents.length === 0)
    .configureHelp({
      styleTitle: (title) => styleText('bold', title, { validateStream: false }),
      subcommandTerm: (child) => [child.name(), ...child.registeredArguments.map(termOf)].join(' '),
    })
    .configureOutput({ outputError: () => {} })
    .exitOverride((error) => {
      if (error.exitCode === 0 || error.code === 'commander.help') throw error
      throw new UsageError(`${toSentence(error)}\nSee ${path.join(' ')} --help.`)
    })
  if (command.commands.length === 0 && !command.options.some(({ long }) => long === '--errors'))
    command.addOption(errorsOption())
  for (const child of command.commands) finish(child, path)
}

function termOf(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`
}

/** Turns a message of the parser, such as `error: unknown option '--x'` with a suggestion on a line of its own, into a sentence. */
function toSentence({ message }: CommanderError): string {
  const [problem = '', suggestion] = message.replace(/^error: /, '').split('\n')
  const sentence = problem
    .replace(/^missing required argument '(.*)'$/, 'missing <$1>.')
    .replace(/^required option '(--[\w-]+) .*' not specified$/, 'missing $1.')
    // Without the value of an option, and without a long word: either may be a key in the wrong place.
    .replaceAll(/'([^']*)'/g, (_quoted, text: string) => /^-[\w-]*/.exec(text)?.[0] ?? `"${text}"`)
    .replaceAll(/[\w+/=-]{24,}/g, '…')
  const capitalized = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
  const hint = suggestion?.replace(/^\(Did you mean (.*)\?\)$/, 'did you mean $1?')
  if (hint) return `${capitalized}; ${hint}`
  return /[.?!]$/.test(capitalized) ? capitalized : `${capitalized}.`
}
