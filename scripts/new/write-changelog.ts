import { describeOperation } from './describe.js'
import type { NewOperation } from './new-operation.js'
import type { Repository } from './repository.js'

const file = 'CHANGELOG.md'
const unreleased = '## [Unreleased]\n\n'
const added = '### Added\n\n'

/** Adds a line to the unreleased changes. */
export function writeChangelog(operation: NewOperation, repository: Repository): void {
  const { sdkName, method, path } = operation
  const line = `- \`${sdkName}\` (\`${method.toUpperCase()} ${path}\`) ${describeOperation(operation).does}.\n`
  const text = repository.text(file)
  const start = text.indexOf(unreleased)
  if (start < 0) throw new Error(`${file} has no heading "${unreleased.trim()}".`)
  const from = start + unreleased.length
  const end = text.indexOf('\n## [', from)
  const at = text.indexOf(added, from)
  const [place, block] = at < 0 || (end >= 0 && at > end) ? [from, `${added}${line}\n`] : [at + added.length, line]
  repository.set(file, text.slice(0, place) + block + text.slice(place))
}
