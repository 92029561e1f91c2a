import { type Composition, type JsonSchema, type OperationObject, stepsOf } from '../../document.js'
import { type Context, follower, type Location, schemaName, type Visitor } from '../visitor.js'
import { sdkNamePattern } from './sdk-name.js'

/** The parts of an operation that compositions depend on. */
interface OperationFacts {
  /** The names of the path parameters. */
  path: string[]
  /** The names of the query parameters. */
  query: string[]
  body: { required: string[]; fields: string[] }
  /** The fields of each field of the body that is an array. */
  arrays: Record<string, string[]>
  /** The fields of what it lists, if it is a list. */
  items: string[] | undefined
  /** The schema of its result. */
  result: string | undefined
}

function factsOf(operation: OperationObject, context: Context): OperationFacts {
  const { resolve } = context
  // Each reference is read from the file that contains it, so each chain begins at the operation.
  const at = (schema: JsonSchema | undefined, ...keys: string[]) => {
    const follow = follower(context)
    return keys.reduce<JsonSchema | undefined>(
      (node, key) => follow((key === '[]' ? node?.items : node?.properties?.[key]) as JsonSchema | undefined),
      follow(schema),
    )
  }
  const fieldsOf = (schema: JsonSchema | undefined) => Object.keys(schema?.properties ?? {})
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(parameter).node)
  const namesIn = (place: string) =>
    parameters.flatMap((parameter) => (parameter?.in === place ? [parameter.name] : []))
  const [content] = Object.values(operation.requestBody?.content ?? {})
  const body = at(content?.schema)
  const arrays = fieldsOf(body).map((field) => [field, fieldsOf(at(content?.schema, field, '[]'))])
  const result = operation.responses['200']?.content?.['application/json']?.schema
  const list = operation['x-pagination']?.items.split('/').slice(1)
  return {
    path: namesIn('path'),
    query: namesIn('query'),
    body: { required: body?.required ?? [], fields: fieldsOf(body) },
    arrays: Object.fromEntries(arrays),
    items: list && fieldsOf(at(result, ...list, '[]')),
    result: schemaName(list ? at(result, ...list)?.items : result),
  }
}

const compositionKeys = {
  composition: { required: ['name', 'summary', 'description', 'otherwise'], optional: ['argument'] },
  update: { required: ['update'], optional: [] },
  find: { required: ['find', 'id', 'match', 'by'], optional: ['query', 'count'] },
}

/** Returns the first key of a composition, or of its other step, that is missing or unknown. */
function keyProblem(composition: Composition): string | undefined {
  const { otherwise = {} } = composition
  for (const [place, node, { required, optional }] of [
    ['x-sdk-compose', composition, compositionKeys.composition],
    ['x-sdk-compose.otherwise', otherwise, compositionKeys['update' in otherwise ? 'update' : 'find']],
  ] as [string, Record<string, unknown>, { required: string[]; optional: string[] }][]) {
    const missing = required.find((key) => !node[key])
    if (missing) return `${place} must have \`${missing}\`.`
    const unknown = Object.keys(node).find((key) => !required.includes(key) && !optional.includes(key))
    if (unknown) return `${place} must not have \`${unknown}\`, which is not a key of a composition.`
  }
  return undefined
}

/** Lists the problems of a composition that has all its keys: names that are taken, and operations or fields that do not exist. */
function compositionProblems(
  id: string,
  composition: Composition,
  operations: ReadonlyMap<string, OperationFacts>,
): string[] {
  const { argument, otherwise } = composition
  const create = operations.get(id) as OperationFacts
  const unknown = stepsOf(composition).filter((step) => !operations.has(step))
  if (unknown.length > 0) return unknown.map((step) => `x-sdk-compose calls \`${step}\`, which is not an operation.`)
  const problems: string[] = []
  const expect = (isTrue: boolean, problem: string) => {
    if (!isTrue) problems.push(`x-sdk-compose ${problem}`)
  }
  if ('update' in otherwise) {
    const update = operations.get(otherwise.update) as OperationFacts
    expect(argument === undefined, 'must not have `argument`: an update needs the whole body.')
    for (const name of update.path)
      expect(create.body.required.includes(name), `needs \`${name}\`, which the body does not require.`)
    expect(update.body.fields.length > 0, `updates by \`${otherwise.update}\`, which has no body.`)
    expect(update.result === create.result, `updates by \`${otherwise.update}\`, which has another result.`)
    return problems
  }
  const { find, query = {}, id: itemId, count, match, by } = otherwise
  const [found, matched] = [operations.get(find), operations.get(match)] as [OperationFacts, OperationFacts]
  expect(
    argument !== undefined && create.body.required.includes(argument),
    'must have as `argument` a field that the body requires.',
  )
  expect(
    create.arrays[argument ?? '']?.includes(by) ?? false,
    `matches by \`${by}\`, which is not a field of the argument.`,
  )
  for (const name of Object.keys(query))
    expect(found.query.includes(name), `has \`${name}\` in its query, which \`${find}\` does not accept.`)
  expect(found.result === create.result, `finds by \`${find}\`, which does not list what is created.`)
  for (const name of [itemId, count ?? itemId])
    expect(found.items?.includes(name) ?? false, `reads \`${name}\`, which \`${find}\` does not list.`)
  expect(matched.path.length === 1, `matches by \`${match}\`, whose path must have one parameter.`)
  expect(matched.items?.includes(by) ?? false, `matches by \`${by}\`, which \`${match}\` does not list.`)
  return problems
}

/** Requires a unique name of each composition, and that its operations and fields exist. */
export function sdkCompose(): Visitor {
  const operations = new Map<string, OperationFacts>()
  const names = new Map<string, string>()
  const compositions: { id: string; composition: Composition; location: Location }[] = []
  return {
    Operation: (operation, context) => {
      const { operationId: id, 'x-sdk-compose': composition, 'x-sdk-name': name } = operation
      operations.set(id, factsOf(operation, context))
      names.set(name, id)
      if (composition !== undefined)
        compositions.push({ id, composition, location: context.location.child('x-sdk-compose') })
    },
    Root: {
      leave: (_root, { report }) => {
        for (const { id, composition, location } of compositions) {
          const problem = keyProblem(composition)
          if (problem) {
            report({ message: problem, location })
            continue
          }
          const { name } = composition
          const other = names.get(name)
          if (!sdkNamePattern.test(name))
            report({ message: 'x-sdk-compose.name must be a dotted name such as `users.upsert`.', location })
          if (other) report({ message: `x-sdk-compose.name \`${name}\` is taken by ${other}.`, location })
          names.set(name, `the composition of ${id}`)
          for (const message of compositionProblems(id, composition, operations)) report({ message, location })
        }
      },
    },
  }
}
