#!/usr/bin/env node
import { didYouMean } from '../common/unknown-name.js'
import { doctorUsage, runDoctor } from './doctor-command.js'
import { runSandbox, sandboxUsage } from './sandbox-command.js'
import { runToken, tokenUsage } from './token-command.js'
import { report } from './usage-error.js'

const commands: Record<string, (parameters: readonly string[]) => Promise<void>> = {
  sandbox: runSandbox,
  doctor: runDoctor,
  token: runToken,
}

const [name, ...parameters] = process.argv.slice(2)
const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined

if (command) await report(() => command(parameters))
else {
  const isHelp = name === undefined || name === 'help' || name === '--help'
  const problem = `Unknown command ${JSON.stringify(name)}${didYouMean(name, Object.keys(commands), '; use sandbox, doctor or token.')}`
  if (!isHelp) console.error(`${problem}\n`)
  console.log(`${sandboxUsage}\n\n${doctorUsage}\n\n${tokenUsage}`)
  process.exitCode = isHelp ? 0 : 2
}
