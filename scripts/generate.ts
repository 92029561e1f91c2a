/**
 * `npm run generate`: lints openapi/, and writes from it everything in generated/.
 * With `--check` it writes nothing, and fails if a file is stale.
 */
import { fileURLToPath } from 'node:url'
import { endpointsOf } from './document.js'
import { bundle, lintBundle, lintStrictly, printBundle } from './generate/bundle.js'
import { printErrorCodes } from './generate/error-codes.js'
import { printOperations } from './generate/operations.js'
import { findStale, repair } from './generate/output.js'
import { printResources, printTypes } from './generate/resources.js'
import { printRules } from './generate/rules.js'
import { printSchema } from './generate/schema.js'
import { printValidators, validatorTypes } from './generate/validators.js'

const folder = fileURLToPath(new URL('../generated/', import.meta.url))

const started = performance.now()
const [document] = await Promise.all([bundle(), lintStrictly('sources')])
const text = printBundle(document)
const files: Record<string, string> = {
  'openapi.json': text,
  'error-codes.ts': printErrorCodes(document),
  'operations.ts': printOperations(document),
  'rules.ts': printRules(document),
  'types.ts': printTypes(document),
  'validators.d.ts': validatorTypes,
  ...printResources(document),
}
const [schema, validators] = await Promise.all([printSchema(document), printValidators(document), lintBundle(text)])
files['schema.d.ts'] = schema
files['validators.js'] = validators

const stale = await findStale(folder, files)
if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`generated/${file} is stale: run \`npm run generate\`.`)
  if (stale.length > 0) process.exitCode = 1
  else console.log(`generated/ is up to date: ${Object.keys(files).length} files.`)
} else {
  for (const file of stale) console.log(`${await repair(folder, files, file)} generated/${file}`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${endpointsOf(document).length} operations, no lint warnings, ${stale.length} of ${Object.keys(files).length} files changed, ${seconds} s`,
  )
}
