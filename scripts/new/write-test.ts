import { marker } from '../lint/rules/filled-in.js'
import { itemsProperty, schemaFile } from './api-sources.js'
import { describeOperation } from './describe.js'
import type { NewOperation } from './new-operation.js'
import type { Repository } from './repository.js'
import { handlerFile } from './write-handler.js'

/** What each path parameter needs to exist, and its value. */
const seeds: Readonly<Record<string, { seed: string; value: string }>> = {
  username: { seed: `users: named('zoe')`, value: `'zoe'` },
  channelId: { seed: `channels: [{ id: '101437428530810880', type: 'public' }]`, value: `'101437428530810880'` },
  roleId: { seed: `roles: [{ id: 7, name: 'Keeper', priority: 40 }]`, value: '7' },
  name: { seed: `channelTypes: [{ name: 'broadcast' }]`, value: `'broadcast'` },
  fileName: { seed: `files: [{ name: 'hello.txt', content: btoa('Hello') }]`, value: `'hello.txt'` },
}

/** Adds a test of what the operation does. It fails until the author says what that is. */
export function writeTest(operation: NewOperation, repository: Repository): void {
  const file = testFile(operation, repository)
  const found = operation.parameters.map((name) => seeds[name] ?? { seed: '', value: `'${marker}'` })
  const seed = found.flatMap(({ seed }) => (seed ? [seed] : [])).join(', ')
  const values = found.map(({ value }) => value)
  if (operation.body) values.push(printBody(operation, repository))
  const call = `await sceyt.${operation.sdkName}(${values.join(', ')})`
  const test = `
it('${describeOperation(operation).does}', async () => {
  const { sceyt } = open(${seed && `{ seed: { ${seed} } }`})
${printAssertion(operation, call, repository)}})
`
  const text = repository.has(file)
    ? repository.text(file)
    : `import { expect, it } from 'vitest'\nimport { open } from './open.js'\n`
  const needed = ['open', ...(test.includes('named(') ? ['named'] : [])]
  repository.set(file, withImports(text, needed) + test)
}

export function testFile({ resource }: NewOperation, repository: Repository): string {
  return handlerFile(resource, repository)
    .replace('src/sandbox/handlers/', 'test/sandbox/')
    .replace(/\.ts$/, '.test.ts')
}

function printAssertion({ listOf, returns }: NewOperation, call: string, repository: Repository): string {
  if (listOf) {
    const property = itemsProperty(repository, `${listOf}List`)
    const list = property === undefined ? `${call}` : `(${call}).${property}`
    return `  expect(${list}).toMatchObject(['${marker} the items'])\n`
  }
  if (returns) return `  expect(${call}).toMatchObject({ what: '${marker} the result' })\n`
  return `  ${call}\n  expect('${marker} what has changed').toBe('')\n`
}

/** Prints the body: the fields of a new schema, or those that a schema requires. */
function printBody({ body = '', fields }: NewOperation, repository: Repository): string {
  const [, required] = /^required: \[(.*)\]$/m.exec(repository.text(schemaFile(body))) ?? []
  const names = fields.length > 0 ? fields : (required?.split(', ') ?? [])
  return `{ ${names.map((name) => `${name}: '${marker}'`).join(', ')} }`
}

/** Adds names to the import of './open.js'. */
function withImports(text: string, names: string[]): string {
  const [line, list] = /^import \{ (.*) \} from '\.\/open\.js'$/m.exec(text) ?? []
  if (!line || !list) return `import { ${names.join(', ')} } from './open.js'\n${text}`
  const all = new Set([...list.split(', '), ...names])
  return text.replace(line, `import { ${[...all].join(', ')} } from './open.js'`)
}
