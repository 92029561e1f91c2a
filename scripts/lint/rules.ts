import { basename } from 'node:path'
import {
  type Composition,
  isProvenance,
  type JsonSchema,
  type Method,
  type OperationObject,
  type ParameterObject,
  pointInto,
  provenances,
  type ResponseObject,
  referenceName,
  stepsOf,
} from '../document.js'

/** The part of Redocly's visitor context that the rules use; its CLI ships no types. */
interface Location {
  source: { absoluteRef: string }
  pointer: string
  child(path: string | string[]): Location
}
interface Context {
  key: string | number
  parent: unknown
  rawLocation: Location
  location: Location
  report(problem: { message: string; location?: Location }): void
  resolve<T>(node: T, from?: string): { node: T | undefined; location: Location | undefined }
}
type Visit<T> = (node: T, context: Context) => void
interface Visitor {
  Root?: { leave: Visit<unknown> }
  Operation?: Visit<OperationObject>
  PathItem?: Visit<unknown>
  Parameter?: Visit<ParameterObject>
  Schema?: Visit<JsonSchema>
}

const sdkNamePattern = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/
const scripts = {
  'username_new*user': /username_new\*user/,
  Armenian: /\p{Script=Armenian}/u,
  Chinese: /\p{Script=Han}/u,
  emoji: /\p{Extended_Pictographic}/u,
}

/** Checks whether a schema has its own name: a file of the sources, or an entry of the bundle's components. */
function isNamedSchema({ source, pointer }: Location): boolean {
  return (
    /^#\/components\/schemas\/[^/]+$/.test(pointer) ||
    (pointer === '#/' && /[\\/]components[\\/]schemas[\\/]/.test(source.absoluteRef))
  )
}

/** Resolves a chain of references, each from the file that the one before led to. */
function follower({ resolve }: Context): <T>(node: T) => T | undefined {
  let from: string | undefined
  return (node) => {
    if (!referenceName(node as JsonSchema)) return node
    const found = resolve(node, from)
    from = found.location?.source.absoluteRef
    return found.node
  }
}

function hasExample(schema: JsonSchema, resolve: <T>(node: T) => T | undefined): boolean {
  if (schema.examples?.length) return true
  if (schema.type === 'array' && schema.items) {
    const items = resolve(schema.items)
    return items !== undefined && hasExample(items, resolve)
  }
  return schema.properties !== undefined || schema.oneOf !== undefined
}

interface Marked {
  'x-provenance'?: unknown
  'x-provenance-note'?: unknown
  'x-observed-in'?: unknown
}

/**
 * Requires the provenance of each operation, query parameter and named schema, with the source of an observed one and a note on
 * a decided call.
 */
function provenance(): Visitor {
  const check = (node: Marked, { report, location }: Context) => {
    const { 'x-provenance': mark, 'x-observed-in': place } = node
    if (!isProvenance(mark))
      report({
        message: `x-provenance must be one of ${provenances.join(', ')}.`,
        location: location.child('x-provenance'),
      })
    const at = location.child('x-observed-in')
    if (mark === 'observed' && !(typeof place === 'string' && place.trim()))
      report({ message: 'x-observed-in must name the source of an observed fact.', location: at })
    if (mark !== 'observed' && place !== undefined)
      report({ message: 'x-observed-in is for facts whose x-provenance is observed.', location: at })
  }
  const checkCall = (node: Marked, context: Context) => {
    check(node, context)
    const { 'x-provenance': mark, 'x-provenance-note': note } = node
    if (mark === 'decided' && !(typeof note === 'string' && note.trim()))
      context.report({
        message: 'x-provenance-note must explain a decided fact.',
        location: context.location.child('x-provenance-note'),
      })
  }
  return {
    Operation: checkCall,
    Schema: (schema, context) => {
      if (isNamedSchema(context.location)) check(schema, context)
    },
    // The documentation names no parameter of a query but the filter.
    Parameter: (parameter, context) => {
      if (parameter.in === 'query') checkCall(parameter, context)
    },
  }
}

/** Rejects words on how the documentation was read, which belong in `x-provenance-note`: descriptions become comments in the client. */
function descriptionWords(): Visitor {
  const check = (node: { description?: string }, { report, location }: Context) => {
    const [word] = /\b(documentation|decided|inferred|observed|SDKs?|Sceyt's)\b/i.exec(node.description ?? '') ?? []
    if (word)
      report({
        message: `The description says "${word}": how the documentation was read belongs in x-provenance-note.`,
        location: location.child('description'),
      })
  }
  return { Operation: check, Parameter: check, Schema: check }
}

/** Requires words for each pattern, which messages and comments show in its place. A filter has its grammar. */
function patternWords(): Visitor {
  return {
    Schema: (schema, { report, location }) => {
      const { pattern, 'x-pattern-words': words, 'x-filter': filter } = schema
      const at = location.child('x-pattern-words')
      if (pattern !== undefined && !filter && !words?.trim())
        report({ message: 'x-pattern-words must describe the pattern in words.', location: at })
      if (pattern === undefined && words !== undefined)
        report({ message: 'x-pattern-words is for a schema with a pattern.', location: at })
    },
  }
}

/** Requires a unique place in the client for each operation. */
function sdkName(): Visitor {
  const taken = new Map<string, string>()
  return {
    Operation: (operation, { report, location }) => {
      const name = operation['x-sdk-name']
      const at = location.child('x-sdk-name')
      if (typeof name !== 'string' || !sdkNamePattern.test(name)) {
        report({ message: 'x-sdk-name must be a dotted name such as `users.create`.', location: at })
        return
      }
      const other = taken.get(name)
      if (other) report({ message: `x-sdk-name \`${name}\` is taken by ${other}.`, location: at })
      taken.set(name, operation.operationId)
    },
  }
}

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

/** Returns the name of a schema that a reference leads to, in the sources and in a bundle. */
function schemaName(schema: JsonSchema | undefined): string | undefined {
  return referenceName(schema)?.replace(/\.yaml$/, '')
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
function sdkCompose(): Visitor {
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

/** Requires `x-idempotent` in each operation. A GET is always idempotent. */
function idempotent(): Visitor {
  return {
    Operation: (operation, { report, location, key }) => {
      const at = location.child('x-idempotent')
      if (typeof operation['x-idempotent'] !== 'boolean')
        report({ message: 'x-idempotent must be true or false.', location: at })
      else if ((key as Method) === 'get' && !operation['x-idempotent'])
        report({ message: 'A GET must be idempotent.', location: at })
    },
  }
}

/** Requires that the pointers of `x-pagination` lead to a list and to the URL of the next page. */
function pagination(): Visitor {
  return {
    Operation: (operation, context) => {
      const { report, location, key } = context
      const paging = operation['x-pagination']
      const at = location.child('x-pagination')
      if (!paging) {
        if ((key as Method) === 'get' && /\.list\w*$/.test(operation['x-sdk-name']))
          report({ message: 'A list must have x-pagination.', location: at })
        return
      }
      const schema = operation.responses['200']?.content?.['application/json']?.schema
      const items = schema && pointInto(schema, paging.items, follower(context))
      if (items?.type !== 'array')
        report({
          message: `x-pagination.items \`${paging.items}\` does not lead to an array of the 200 response.`,
          location: at,
        })
      if (paging.next !== undefined && !(schema && pointInto(schema, paging.next, follower(context)))) {
        report({ message: `x-pagination.next \`${paging.next}\` does not lead into the 200 response.`, location: at })
      }
    },
  }
}

/** Requires that each operation lists the errors that can occur. */
function responses(): Visitor {
  return {
    Operation: (operation, { report, location, resolve }) => {
      const parameters = (operation.parameters ?? []).map((parameter) => resolve(parameter).node)
      const needed: [status: string, reason: string][] = [
        ['400', 'any request can be malformed'],
        ['401', 'every call carries a key'],
        ['403', 'every call carries a key'],
        ['429', 'every call counts towards the rate limit'],
        ['500', 'every call can fail'],
      ]
      if (parameters.some((parameter) => parameter?.in === 'path')) needed.push(['404', 'the path has a parameter'])
      if (operation.requestBody || parameters.some((parameter) => parameter?.in === 'query'))
        needed.push(['422', 'the operation accepts input'])
      if (operation.requestBody)
        needed.push(['413', 'the operation accepts a body'], ['415', 'the operation accepts a body'])
      for (const [status, reason] of needed) {
        if (!operation.responses[status])
          report({ message: `Response ${status} is missing: ${reason}.`, location: location.child('responses') })
      }
    },
  }
}

/** Requires a Retry-After header for each 429. */
function retryAfter(): Visitor {
  // A shared response is reported once, not once for each operation that shares it.
  const reported = new Set<ResponseObject>()
  return {
    Operation: (operation, { report, location, resolve }) => {
      const response = operation.responses['429'] && resolve(operation.responses['429']).node
      if (!response || response.headers?.['Retry-After'] || reported.has(response)) return
      reported.add(response)
      report({
        message: 'Response 429 must carry a Retry-After header.',
        location: location.child(['responses', '429']),
      })
    },
  }
}

/** Requires a description, a type and an example of each parameter and property. */
function described(): Visitor {
  return {
    Parameter: (parameter, { report, location }) => {
      if (!parameter.description) report({ message: `Parameter \`${parameter.name}\` has no description.` })
      if (!parameter.schema?.type)
        report({ message: `Parameter \`${parameter.name}\` has no type.`, location: location.child('schema') })
      if (parameter.example === undefined && !parameter.examples)
        report({ message: `Parameter \`${parameter.name}\` has no example.` })
    },
    Schema: (schema, context) => {
      const { report, location } = context
      if (isNamedSchema(location) && !schema.description) report({ message: 'The schema has no description.' })
      for (const [name, raw] of Object.entries(schema.properties ?? {})) {
        const at = location.child(['properties', name])
        const follow = follower(context)
        const property = follow(raw)
        if (!property) continue
        if (!property.description) report({ message: `Property \`${name}\` has no description.`, location: at })
        if (!property.type && !property.oneOf) report({ message: `Property \`${name}\` has no type.`, location: at })
        if (!hasExample(property, follow)) report({ message: `Property \`${name}\` has no example.`, location: at })
      }
    },
  }
}

/** Requires two examples of each body: a plain one, and one that breaks if anything is encoded wrongly. */
function bodyExamples(): Visitor {
  return {
    Operation: (operation, { report, location, resolve }) => {
      for (const [media, { examples = {} }] of Object.entries(operation.requestBody?.content ?? {})) {
        const at = location.child(['requestBody', 'content', media])
        for (const name of ['plain', 'unicode']) {
          if (!examples[name]) report({ message: `The body has no example named \`${name}\`.`, location: at })
        }
        const text = JSON.stringify(examples['unicode'] && resolve(examples['unicode']).node?.value)
        for (const [script, pattern] of Object.entries(scripts)) {
          if (text && !pattern.test(text))
            report({ message: `The example \`unicode\` contains no ${script}.`, location: at })
        }
      }
    },
  }
}

/** Requires that each path has its own file, named after it: `/users/{username}` is `users_{username}.yaml`. */
function pathFile(): Visitor {
  return {
    PathItem: (_item, { report, key, location }) => {
      const name = `${String(key).slice(1).replaceAll('/', '_')}.yaml`
      if (location.pointer !== '#/' || basename(location.source.absoluteRef) !== name)
        report({ message: `Path \`${key}\` must be a file named \`${name}\`.` })
    },
  }
}

export const rules = {
  provenance,
  'description-words': descriptionWords,
  'pattern-words': patternWords,
  'sdk-name': sdkName,
  'sdk-compose': sdkCompose,
  idempotent,
  pagination,
  responses,
  'retry-after': retryAfter,
  described,
  'body-examples': bodyExamples,
  'path-file': pathFile,
}
