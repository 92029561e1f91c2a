import type { Repository } from './repository.js'

/** An operation of the sources. */
export interface SourceOperation {
  file: string
  method: string
  id: string
  sdkName: string
  tag: string
  /** Its part of the file. */
  text: string
}

const paths = 'openapi/paths'
const schemas = 'openapi/components/schemas'
const examples = 'openapi/components/examples'
const parameters = 'openapi/components/parameters'

/** Returns the name of the file of a path. */
export function pathFileOf(path: string): string {
  return `${paths}/${path.slice(1).replaceAll('/', '_')}.yaml`
}

export function schemaFile(name: string): string {
  return `${schemas}/${name}.yaml`
}

export function exampleFile(name: string): string {
  return `${examples}/${name}.yaml`
}

export function parameterFile(name: string): string {
  return `${parameters}/${name}.yaml`
}

/** Lists the operations, by path and method. */
export function operationsOf(repository: Repository): SourceOperation[] {
  return repository.in(paths).flatMap((file) =>
    repository
      .text(file)
      .split(/^(?=\S)/m)
      .flatMap((text) => {
        const [, method] = /^(get|put|post|delete):/.exec(text) ?? []
        const value = (key: string) => new RegExp(`^  ${key}: \\[?([^\\]\\n]+)`, 'm').exec(text)?.[1] ?? ''
        return method
          ? [{ file, method, id: value('operationId'), sdkName: value('x-sdk-name'), tag: value('tags'), text }]
          : []
      }),
  )
}

/** Lists the names of the methods that are composed of operations. */
export function compositionsOf(operations: readonly SourceOperation[]): string[] {
  return operations.flatMap(({ text }) => /^ {2}x-sdk-compose:\n {4}name: (.+)$/m.exec(text)?.[1] ?? [])
}

/** Returns the name of the component of a path parameter, such as `Username` for `username`. */
export function parameterComponent(repository: Repository, name: string): string | undefined {
  const file = repository.in(parameters).find((candidate) => {
    const text = repository.text(candidate)
    return text.includes(`name: ${name}\n`) && text.includes('in: path\n')
  })
  return file && nameOf(file)
}

/** Lists the names of the schemas. */
export function schemasOf(repository: Repository): string[] {
  return repository.in(schemas).map(nameOf)
}

/** Returns the examples of a schema, such as `UserPlain` and `UserUnicode` for `User`, the plain one first. */
export function examplesOf(repository: Repository, schema: string): string[] {
  const names = schemasOf(repository)
  const order = [`${schema}Plain`, `${schema}Unicode`]
  return repository
    .in(examples)
    .map(nameOf)
    .filter((example) => {
      const owners = names.filter((name) => example.startsWith(name) && /^[A-Z]/.test(example.slice(name.length)))
      return owners.sort((one, other) => other.length - one.length)[0] === schema
    })
    .sort((one, other) => ((order.indexOf(one) + 3) % 3) - ((order.indexOf(other) + 3) % 3))
}

/** Returns the text of a property in an example, if the example exists and has it. */
export function exampleValue(repository: Repository, example: string, property: string): string | undefined {
  const file = exampleFile(example)
  return repository.has(file) ? new RegExp(`^ {2}${property}: (.*)$`, 'm').exec(repository.text(file))?.[1] : undefined
}

/** Returns the summary of an example, if it exists. */
export function exampleSummary(repository: Repository, example: string): string | undefined {
  const file = exampleFile(example)
  return repository.has(file) ? /^summary: (.*)$/m.exec(repository.text(file))?.[1] : undefined
}

/** Returns the property of a page that contains its items, or nothing for a bare array. */
export function itemsProperty(repository: Repository, list: string): string | undefined {
  return /^ {2}(\w+):\n(?: {4}.*\n)*? {4}type: array$/m.exec(repository.text(schemaFile(list)))?.[1]
}

/** Lists the properties of a schema. */
export function propertiesOf(repository: Repository, schema: string): string[] {
  const [, block = ''] = /^properties:\n((?: .*\n)+)/m.exec(repository.text(schemaFile(schema))) ?? []
  return [...block.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name)
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length)
}
