import { Argument, Command, Option } from 'commander'
import { commands, resourceTexts } from '../../generated/commands.js'
import { operations } from '../../generated/operations.js'
import type { CommandText } from '../operation/command-text.js'
import type { Operation } from '../operation/operation.js'
import { commandName } from './command-name.js'
import { type CommandOptions, createCommandOptions, createListOptions } from './command-options.js'
import { kebabOf } from './kebab-of.js'
import { flagsOf } from './operation-flags.js'

/** Adds a command for every operation of the OpenAPI document, and for every composed method. */
export function addOperationCommands(program: Command): void {
  for (const text of commands) {
    const operation = operations.find(({ id }) => id === text.operation) as Operation
    const names = text.name.split('.')
    const method = names.pop() as string
    const resource = names.reduce(
      (parent, name, depth) =>
        findOrAdd(parent, kebabOf(name), resourceTexts[names.slice(0, depth + 1).join('.')] ?? ''),
      program,
    )
    resource.addCommand(createOperationCommand(kebabOf(method), operation, text))
  }
}

function findOrAdd(parent: Command, name: string, description: string): Command {
  return (
    parent.commands.find((command) => command.name() === name) ??
    parent.command(name).description(description).helpGroup('Resources:')
  )
}

function createOperationCommand(name: string, operation: Operation, text: CommandText): Command {
  const command = new Command(name).summary(text.summary).description(text.description)
  for (const [parameter, description] of Object.entries(text.path))
    command.addArgument(new Argument(`<${parameter}>`, description))
  const form = operation.body?.media === 'form'
  if (form) command.addArgument(new Argument('<file>', 'Path of the file, or - for the standard input.'))
  const general = [
    ...(operation.pagination ? createListOptions() : []),
    ...(operation.body && !form && !text.argument
      ? [new Option('--data <json>', 'The body as JSON, @file, or - for the standard input. Flags replace its fields.')]
      : []),
    ...(operation.result === 'file'
      ? [
          new Option(
            '--out <file>',
            'File to write the content to, or - for stdout. By default stdout, unless that is a terminal.',
          ),
        ]
      : []),
    ...createCommandOptions(),
  ]
  const reserved = new Set(['help', ...general.map((option) => option.long?.slice(2) ?? '')])
  const flags = flagsOf(operation, text, reserved)
  for (const { option } of flags) command.addOption(option)
  for (const { option, shape } of flags)
    if (shape.type === 'boolean') command.addOption(new Option(`--no-${option.long?.slice(2)}`).hideHelp())
  for (const option of general) command.addOption(option)
  command.addHelpText('after', `\nExample:\n  sceyt-platform ${commandName(text.name)} ${text.example}`.trimEnd())
  return command.action(async (...parameters: unknown[]) => {
    // Imported here, so that help does not load the client.
    const { runOperation } = await import('./run-operation.js')
    const values = command.opts<CommandOptions & Record<string, unknown>>()
    await runOperation({ operation, text, flags, values, positional: parameters.slice(0, -2) as string[] })
  })
}
