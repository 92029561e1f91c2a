#!/usr/bin/env node
import { runSandbox, usage } from './cli/sandbox.js'

const [command, ...parameters] = process.argv.slice(2)

if (command === 'sandbox') await runSandbox(parameters)
else {
  const asked = command === undefined || command === 'help' || command === '--help'
  if (!asked) console.error(`There is no command ${JSON.stringify(command)}.\n`)
  console.log(usage)
  process.exitCode = asked ? 0 : 2
}
