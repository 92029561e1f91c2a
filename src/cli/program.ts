import { styleText } from 'node:util'
import { type Argument, Command, type CommanderError } from 'commander'
import { version } from '../../generated/operations.js'
import { nearestName } from '../common/unknown-name.js'
import { addBroadcastCommand } from './bulk/broadcast-command.js'
import { addExportCommand } from './bulk/export-command.js'
import { addImportCommand } from './bulk/import-command.js'
import { addStatusCommand } from './bulk/status-command.js'
import { addWorkerCommand } from './bulk/worker-command.js'
import { errorsOption } from './command-options.js'
import { addCompletionCommand } from './completion-command.js'
import { describeChoice } from './describe-choice.js'
import { addDoctorCommand } from './doctor-command.js'
import { errorFormat } from './error-format.js'
import { addOperationCommands } from './operation-command.js'
import { addProfilesCommand } from './profiles/profiles-command.js'
import { addSandboxCommand } from './sandbox-command.js'
import { addTokenCommand } from './token-command.js'
import { UsageError } from './usage-error.js'

const description = `The Sceyt Platform API on the command line, and a local sandbox.

The server and the API key come from the environment (SCEYT_API_URL, SCEYT_APP_ID and SCEYT_API_KEY; SCEYT_BASE_URL replaces the first two) or from a profile; see sceyt-platform profiles --help.`

/** Creates the program with all its commands. An invalid command line is a UsageError. */
export function createProgram(): Command {
  const program = new Command('sceyt-platform')
    .description(description)
    .version(version, '--version', 'Print the version.')
  addOperationCommands(program)
  const resources = program.commands.length
  addImportCommand(program)
  addExportCommand(program)
  addBroadcastCommand(program)
  addWorkerCommand(program)
  addStatusCommand(program)
  addProfilesCommand(program)
  addSandboxCommand(program)
  addDoctorCommand(program)
  addTokenCommand(program)
  addCompletionCommand(program)
  addHelpCommand(program)
  for (const command of program.commands.slice(resources)) command.helpGroup('Tools:')
  finish(program, [])
  return program
}

/** Adds `help`, for the list of commands: `orderWords` turns `help users create` into `users create --help`. */
function addHelpCommand(program: Command): void {
  program
    .command('help')
    .summary('Print the help of a command')
    .description('Prints the help of a command.')
    .argument('[command...]', 'Words of the command, such as users create.')
}

/** Applies the settings that commands do not inherit from the program. */
function finish(command: Command, parents: readonly string[]): void {
  const path = [...parents, command.name()]
  // The help of a command without its second word is no JSON.
  const isJson = errorFormat() === 'json'
  command
    .helpOption('-h, --help', 'Print this text.')
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => styleText('bold', title, { validateStream: false }),
      subcommandTerm: (child) => [child.name(), ...child.registeredArguments.map(termOf)].join(' '),
    })
    .configureOutput({ outputError: () => {}, ...(isJson && { writeErr: () => {} }) })
    .exitOverride((error) => {
      if (error.exitCode === 0 || (error.code === 'commander.help' && !isJson)) throw error
      const message = error.code === 'commander.help' ? 'Missing command.' : toSentence(error, command)
      throw new UsageError(`${message}\nSee ${path.join(' ')} --help.`)
    })
  if (command.commands.length === 0 && !command.options.some(({ long }) => long === '--errors'))
    command.addOption(errorsOption())
  for (const child of command.commands) finish(child, path)
}

function termOf(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name()
  return argument.required ? `<${name}>` : `[${name}]`
}

/** Turns a message of the parser, such as `error: unknown option '--x'` with a suggestion on a line of its own, into a sentence. */
function toSentence({ message }: CommanderError, { options, parent }: Command): string {
  const [problem = '', suggestion] = message.replace(/^error: /, '').split('\n')
  const sentence = (describeChoice(problem) ?? problem)
    .replace(/^missing required argument '(.*)'$/, 'missing <$1>.')
    .replace(/^option '(--[\w-]+) .*' argument missing$/, '$1 needs a value.')
    .replace(
      /^too many arguments[^.]*\. Expected (\d+) \w+ but got (\d+)\.$/,
      'too many arguments: expected $1, got $2.',
    )
    .replace(/^required option '(--[\w-]+) .*' not specified$/, 'missing $1.')
    // Without the value of an option, and without a long word: either may be a key in the wrong place.
    .replaceAll(/'([^']*)'/g, (_quoted, text: string) => /^-[\w-]*/.exec(text)?.[0] ?? `"${text}"`)
    .replaceAll(/[\w+/=-]{24,}/g, '…')
  const [, flag] = /^unknown option '--([\w-]+)/.exec(problem) ?? []
  const hasKey = parent === null || options.some(({ long }) => long === '--profile')
  if (flag === 'api-key' && hasKey) return 'The API key is never a flag: set SCEYT_API_KEY.'
  const capitalized = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
  // The parser compares letters only, so that --avatar would be nearer to --data than to --avatar-url.
  const known = options.flatMap(({ long, hidden }) => (hidden || !long ? [] : [long.slice(2)]))
  const nearest = flag === undefined ? undefined : nearestName(flag, known)
  if (nearest) return `${capitalized}; did you mean --${nearest}?`
  const hint = suggestion?.replace(/^\(Did you mean (.*)\?\)$/, 'did you mean $1?')
  if (hint) return `${capitalized}; ${hint}`
  return /[.?!]$/.test(capitalized) ? capitalized : `${capitalized}.`
}
