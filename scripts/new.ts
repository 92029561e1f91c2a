/** `npm run new`: adds an endpoint to the sources, the sandbox, its tests and the changelog, and lists what is left to fill in. */
import { fileURLToPath } from 'node:url'
import { Refusal } from './lib/refusal.js'
import { addOperation } from './new/add-operation.js'
import { parseArguments } from './new/arguments.js'
import { newOperation } from './new/new-operation.js'
import { printSteps } from './new/print-steps.js'
import { Repository } from './new/repository.js'

try {
  const given = parseArguments(process.argv.slice(2))
  const repository = await Repository.read(fileURLToPath(new URL('../', import.meta.url)))
  const operation = newOperation(given, repository)
  addOperation(operation, repository)
  if (given.dryRun) console.log(repository.printChanges())
  else {
    await repository.write()
    console.log(printSteps(operation, repository))
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
