import { fileURLToPath } from 'node:url'
import { type Resident, watchMemory } from './resident.js'
import { type Address, type Ended, startCommand } from './start-command.js'

/** The built command. */
export const commandFile = fileURLToPath(new URL('../../dist/src/cli/index.js', import.meta.url))

/** Runs a command of the package to its end, which must be a success. */
export async function runCommand(parameters: readonly string[], address: Address): Promise<Ended & Resident> {
  const { child, ended } = startCommand(commandFile, parameters, address)
  const memory = watchMemory(child)
  const result = await ended
  if (result.code !== 0)
    throw new Error(`${parameters.join(' ')} exited with status ${result.code}:\n${result.output.slice(-2000)}`)
  return { ...result, ...memory() }
}
