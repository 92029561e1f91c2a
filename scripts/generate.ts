/**
 * `npm run generate`: lints openapi/, and writes from it everything in generated/ and the names in guides/trust.md, unless
 * the linter finds a problem.
 * With `--check` it writes nothing, and fails if a file is stale.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { endpointsOf } from './document.js'
import { bundle, printBundle } from './generate/bundle.js'
import { printCommands } from './generate/commands.js'
import { printErrorCodes } from './generate/error-codes.js'
import { printImports } from './generate/imports.js'
import { printOperations } from './generate/operations.js'
import { findStale, repair } from './generate/output.js'
import { printPostmanFiles } from './generate/postman/files.js'
import { updateProvenanceLists } from './generate/provenance-lists.js'
import { printResources, printTypes } from './generate/resources.js'
import { printPermissions, printRules } from './generate/rules.js'
import { printSchema } from './generate/schema.js'
import { printValidators, validatorTypes } from './generate/validators.js'
import { type Finding, lint, lintBundle, printFindings } from './lint/lint.js'

const guideFile = new URL('../guides/trust.md', import.meta.url)
const folder = fileURLToPath(new URL('../generated/', import.meta.url))

/** Generates everything, or only checks it. Returns whether nothing is wrong. */
async function generate(isCheck: boolean): Promise<boolean> {
  const started = performance.now()
  const [linted, bundled] = await Promise.allSettled([lint(['sources']), bundle()])
  // Findings explain why the bundle failed, if it did.
  if (linted.status === 'rejected') throw linted.reason
  if (linted.value.flat().length > 0) return report(linted.value.flat())
  if (bundled.status === 'rejected') throw bundled.reason
  const document = bundled.value
  const text = printBundle(document)
  const files: Record<string, string> = {
    'openapi.json': text,
    'commands.ts': printCommands(document),
    'error-codes.ts': printErrorCodes(document),
    'imports.ts': printImports(document),
    'operations.ts': printOperations(document),
    'permissions.ts': printPermissions(document),
    'rules.ts': printRules(document),
    'types.ts': printTypes(document),
    'validators.d.ts': validatorTypes,
    ...printResources(document),
  }
  const [schema, validators, postman, findings] = await Promise.all([
    printSchema(document),
    printValidators(document),
    printPostmanFiles(document),
    lintBundle(text),
  ])
  if (findings.length > 0) return report(findings)
  files['schema.d.ts'] = schema
  files['validators.js'] = validators
  Object.assign(files, postman)

  const stale = await findStale(folder, files)
  const guide = await readFile(guideFile, 'utf8')
  const updatedGuide = updateProvenanceLists(guide, document)
  const isGuideStale = updatedGuide !== guide
  if (isCheck) {
    for (const file of stale) console.error(`generated/${file} is stale: run \`npm run generate\`.`)
    if (isGuideStale) console.error('guides/trust.md is stale: run `npm run generate`.')
    const isUpToDate = stale.length === 0 && !isGuideStale
    if (isUpToDate) console.log(`generated/ is up to date: ${Object.keys(files).length} files.`)
    return isUpToDate
  }
  for (const file of stale) console.log(`${await repair(folder, files, file)} generated/${file}`)
  if (isGuideStale) {
    await writeFile(guideFile, updatedGuide)
    console.log('wrote guides/trust.md')
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${endpointsOf(document).length} operations, no lint warnings, ${stale.length} of ${Object.keys(files).length} files changed, ${seconds} s`,
  )
  return true
}

function report(findings: readonly Finding[]): false {
  console.error(printFindings(findings))
  return false
}

try {
  if (!(await generate(process.argv.includes('--check')))) process.exitCode = 1
} catch (error) {
  console.error(`generate: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`)
  process.exitCode = 1
}
