import { pluralIn, pluralOf, singularOf, wordsOf } from '../lib/names.js'
import { Refusal } from '../lib/refusal.js'
import { compositionsOf, operationsOf, parameterComponent, pathFileOf, schemaFile } from './api-sources.js'
import type { ParsedArguments } from './arguments.js'
import { checkNames } from './check-names.js'
import type { Repository } from './repository.js'

/** An operation to add. */
export interface NewOperation {
  method: 'get' | 'put' | 'post' | 'delete'
  path: string
  /** Names of the parameters in the path. */
  parameters: string[]
  sdkName: string
  /** The part of the SDK name before its method, such as `users.channels`. */
  resource: string
  id: string
  tag: string | undefined
  /** Schema of the items of a list. */
  listOf: string | undefined
  /** Schema of the response, if it is not a list. */
  returns: string | undefined
  /** Schema of the body. */
  body: string | undefined
  /** Properties of the schema of the body, if that is new. */
  fields: string[]
}

const methods = ['get', 'put', 'post', 'delete'] as const

/** Checks the arguments against the sources, and adds what they leave out. @throws Refusal with what to change. */
export function newOperation(given: ParsedArguments, repository: Repository): NewOperation {
  const method = methods.find((one) => one === given.method.toLowerCase())
  if (!method) throw new Refusal(`${given.method} is not supported; use GET, PUT, POST or DELETE.`)
  const parameters = checkPath(given.path, repository)
  const file = pathFileOf(given.path)
  const operations = operationsOf(repository)
  const existing = operations.find((one) => one.file === file && one.method === method)
  if (existing)
    throw new Refusal(`${given.method.toUpperCase()} ${given.path} exists: it is ${existing.id} in ${file}.`)
  checkSdkName(given.sdkName, [...operations.map(({ sdkName }) => sdkName), ...compositionsOf(operations)])
  const resource = given.sdkName.slice(0, given.sdkName.lastIndexOf('.'))
  const results = resultOf(given, method, resource, repository)
  const id = given.id ?? guessId(given.sdkName, results.listOf !== undefined)
  if (!/^[a-z][A-Za-z]*$/.test(id)) throw new Refusal(`operationId must be in camel case, such as getUser, got ${id}.`)
  const holder = operations.find((one) => one.id === id)
  if (holder) throw new Refusal(`operationId ${id} is taken by ${holder.sdkName}; choose another with --id.`)
  if (given.body && method === 'get') throw new Refusal('A GET has no body; leave out --body.')
  const operation = {
    method,
    path: given.path,
    parameters,
    sdkName: given.sdkName,
    resource,
    id,
    tag: given.tag,
    ...results,
    body: given.body && schemaName('--body', given.body),
    fields: given.fields,
  }
  checkNames(operation, repository)
  return operation
}

/** Returns the names of the parameters in a path. */
function checkPath(path: string, repository: Repository): string[] {
  const segments = path.slice(1).split('/')
  const wrong = segments.find((segment) => !/^([a-z][a-z\d]*(-[a-z\d]+)*|\{[a-z][A-Za-z]*\})$/.test(segment))
  if (!path.startsWith('/') || wrong !== undefined)
    throw new Refusal(
      `The path must be in kebab case, with parameters in camel case, such as /channel-types/{name}; got ${path}.`,
    )
  const names = segments.flatMap((segment) => /^\{(.*)\}$/.exec(segment)?.[1] ?? [])
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated) throw new Refusal(`The path has two parameters named ${repeated}.`)
  for (const [index, segment] of segments.entries()) {
    const [, name] = /^\{(.*)\}$/.exec(segment) ?? []
    if (!name) continue
    const prefix = pathFileOf(`/${segments.slice(0, index).join('/')}/{`).slice(0, -'.yaml'.length)
    const twin = repository
      .in('openapi/paths')
      .find((file) => file.startsWith(prefix) && !file.startsWith(`${prefix}${name}}`))
    if (twin) throw new Refusal(`{${name}} of ${path} has another name in ${twin}; use the same.`)
    const component = parameterComponent(repository, name)
    // A component with another name than its parameter belongs to one resource, as ChannelTypeName does.
    if (!component || component.toLowerCase() === name.toLowerCase()) continue
    const before = segments[index - 1] ?? ''
    if (!repository.in('openapi/paths').some((file) => file.includes(`${before}_{${name}}`)))
      throw new Refusal(`{${name}} is the parameter ${component}; use another name, such as {${singularOf(before)}Id}.`)
  }
  return names
}

function checkSdkName(name: string, taken: readonly string[]): void {
  if (!/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/.test(name))
    throw new Refusal(`The SDK name must be dotted, such as users.create, got ${name}.`)
  if (taken.includes(name)) throw new Refusal(`The SDK name ${name} is taken.`)
  const above = taken.find((other) => name.startsWith(`${other}.`))
  if (above) throw new Refusal(`The SDK name ${name} is beneath a method: ${above} is not a resource.`)
  const below = taken.find((other) => other.startsWith(`${name}.`))
  if (below) throw new Refusal(`The SDK name ${name} is a resource, with the method ${below}.`)
}

type Result = Pick<NewOperation, 'listOf' | 'returns'>

function resultOf(
  { sdkName, path, listOf, returns }: ParsedArguments,
  method: NewOperation['method'],
  resource: string,
  repository: Repository,
): Result {
  if (listOf && returns) throw new Refusal('Use --list-of or --returns, not both.')
  if (listOf) {
    if (method !== 'get') throw new Refusal('--list-of is for a GET.')
    return { listOf: schemaName('--list-of', listOf), returns: undefined }
  }
  if (returns === 'nothing') {
    if (method === 'get') throw new Refusal('A GET returns something; use --returns or --list-of with a schema.')
    return { listOf: undefined, returns: undefined }
  }
  if (returns) return { listOf: undefined, returns: schemaName('--returns', returns) }
  if (method === 'delete') return { listOf: undefined, returns: undefined }
  const isList = method === 'get' && /\.list\w*$/.test(sdkName)
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'))
  const items = isList ? pluralIn(sdkName.slice(resource.length + 1)) : undefined
  const guesses = [items ?? resource.split('.').at(-1), segments.at(-1)].map((word = '') => pascalOf(singularOf(word)))
  const guess = guesses.find((name) => repository.has(schemaFile(name)))
  if (!guess) {
    const option = isList ? '--list-of' : '--returns'
    const nothing = method === 'get' ? '' : ', or --returns nothing'
    throw new Refusal(
      `There is no schema ${guesses[0]}; name the schema with ${option}, such as ${option} User${nothing}.`,
    )
  }
  return isList ? { listOf: guess, returns: undefined } : { listOf: undefined, returns: guess }
}

function schemaName(option: string, name: string): string {
  if (!/^[A-Z][A-Za-z]*$/.test(name)) throw new Refusal(`${option} must name a schema, such as User, got ${name}.`)
  return name
}

/** `listUserChannels` for the list `users.channels.list`, and `setUserNickname` for `users.setNickname`. */
function guessId(sdkName: string, isList: boolean): string {
  const names = sdkName.split('.')
  const method = names.pop() ?? ''
  const [verb, ...rest] = wordsOf(method).split(' ')
  const resources = names.map(singularOf)
  if (!isList || pluralIn(method)) return verb + [...resources, ...rest].map(pascalOf).join('')
  const last = resources.pop() ?? ''
  return verb + [...resources, ...rest, pluralOf(last)].map(pascalOf).join('')
}

function pascalOf(name: string): string {
  return wordsOf(name).replace(/(?:^| )(\w)/g, (_match, letter: string) => letter.toUpperCase())
}
