import { InputError } from 'sceyt-platform'
import { commandName } from './command-name.js'
import type { OperationCall } from './operation-call.js'
import { UsageError } from './usage-error.js'

/**
 * Turns an error about an argument of the client into one that names the flag of the command; other errors stay as they are.
 *
 * @param command - The command whose help has the flags. By default, that of the operation.
 */
export function nameFlags(
  error: unknown,
  { operation, text, flags }: OperationCall,
  command = commandName(text.name),
): unknown {
  if (!(error instanceof InputError)) return error
  const names = new Map(flags.map(({ wire, option }) => [wire, option.long as string]))
  for (const name of Object.keys(text.path)) names.set(name, `<${name}>`)
  if (operation.pagination) names.set('limit', '--limit').set('link', '--after')
  if (!names.has('body')) names.set('body', '--data')
  const prefixes = [`${text.name}: `, `${operation.name}: `]
  const prefix = prefixes.find((one) => error.message.startsWith(one)) ?? ''
  const message = error.message.slice(prefix.length)
  const [, first = ''] = /^(\w+)/.exec(error.parameter) ?? []
  const flag = names.get(first)
  const named = flag !== undefined && message.startsWith(first) ? flag + message.slice(first.length) : message
  return new UsageError(`${nameOthers(named, names)}\nSee sceyt-platform ${command} --help.`)
}

/** Replaces the names in `is missing, and so are from and body.` */
function nameOthers(message: string, names: ReadonlyMap<string, string>): string {
  const middle = ' is missing, and so '
  const [first, others] = message.split(middle)
  if (others === undefined) return message
  return `${first}${middle}${others.replaceAll(/\w+/g, (word) => names.get(word) ?? word)}`
}
