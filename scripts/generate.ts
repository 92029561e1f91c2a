/**
 * `npm run generate`: lints openapi/, and writes from it everything in generated/.
 * With `--check` it writes nothing, and fails if a file is stale.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endpointsOf } from './document.js'
import { bundle, lint, lintBundle, printBundle } from './generate/bundle.js'
import { printOperations } from './generate/operations.js'
import { printResources, printTypes } from './generate/resources.js'
import { printSchema } from './generate/schema.js'
import { printValidators, validatorTypes } from './generate/validators.js'

const folder = fileURLToPath(new URL('../generated/', import.meta.url))

const started = performance.now()
const [document] = await Promise.all([bundle(), lint('sources')])
const text = printBundle(document)
const files: Record<string, string> = {
  'openapi.json': text,
  'operations.ts': printOperations(document),
  'types.ts': printTypes(document),
  'validators.d.ts': validatorTypes,
  ...printResources(document),
}
const [schema, validators] = await Promise.all([printSchema(document), printValidators(document), lintBundle(text)])
files['schema.d.ts'] = schema
files['validators.js'] = validators

const stale = await findStale(files)
if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`generated/${file} is stale: run \`npm run generate\`.`)
  if (stale.length > 0) process.exitCode = 1
  else console.log(`generated/ is up to date: ${Object.keys(files).length} files.`)
} else {
  for (const file of stale) {
    const content = files[file]
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    if (content === undefined) await rm(path)
    else await writeFile(path, content)
    console.log(`${content === undefined ? 'removed' : 'wrote'} generated/${file}`)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${endpointsOf(document).length} operations, no lint warnings, ${stale.length} of ${Object.keys(files).length} files changed, ${seconds} s`)
}

/** The files that differ from what the document says, those that should not be there included. */
async function findStale(files: Record<string, string>): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const present = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  const stale = present.filter((file) => !(file in files))
  for (const [file, content] of Object.entries(files)) {
    if (!present.includes(file) || (await readFile(join(folder, file), 'utf8')) !== content) stale.push(file)
  }
  return stale.sort()
}
