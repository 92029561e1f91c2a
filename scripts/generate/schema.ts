import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import {
  endpointsOf,
  type JsonSchema,
  type OpenApiDocument,
  type ParameterObject,
  type ResponseObject,
  referenceName,
  resolveIn,
} from '../document.js'
import { withLimits } from './limits.js'
import { doc, madeBy } from './source.js'

const { factory } = ts
const blob = factory.createTypeReferenceNode('Blob')

/** Writes the types of the document, with binary content as `Blob`. */
export async function printSchema(document: OpenApiDocument): Promise<string> {
  const described = structuredClone(document)
  const { schemas } = described.components
  const requests = requestSchemas(document)
  for (const name of requests) describeLimits(schemas[name] as JsonSchema)
  for (const parameter of Object.values(described.components['parameters'] ?? {}) as ParameterObject[])
    parameter.description = withLimits(parameter.description, parameter.schema)
  mergeErrors(described)
  const ast = await openapiTS(described as unknown as OpenAPI3, {
    // A property with a default would otherwise be required of the caller too.
    defaultNonNullable: false,
    transform: (schema, { path }) => {
      if (schema.format === 'binary') return blob
      const inRequest = requests.has(/^#\/components\/schemas\/(\w+)/.exec(path ?? '')?.[1] ?? '')
      return suggest(schema as JsonSchema) ?? (inRequest ? tuple(schema as JsonSchema) : undefined)
    },
    // A reference has no description of its own.
    transformProperty: (property, schema) =>
      describe(property, schemas[referenceName(schema as JsonSchema) ?? '']?.description),
  })
  const text = astToString(
    ast.flatMap((node) => {
      if (isNamed(node, 'components')) return nameSchemas(node, schemas, requests)
      return isNamed(node, 'paths') ? describe(node, 'Every path of the document. `sceyt.raw` is typed by them.') : node
    }),
  )
    // Editors, errors of the compiler and the reference then show these names.
    .replaceAll(/components\["schemas"\]\["(\w+)"\]/g, '$1')
    // A comment begins with its description anyway.
    .replaceAll(/^( *(?:\/\*\*| \*)) @description /gm, '$1 ')
  return `// ${madeBy}\n${text}`
}

/** Gives each status of errors one type, since only the texts of its responses differ from call to call. */
function mergeErrors(document: OpenApiDocument): void {
  const resolve = resolveIn(document)
  const shared: Record<string, ResponseObject> = {}
  for (const { operation } of endpointsOf(document)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (Number(status) < 400) continue
      shared[`Error${status}`] ??= { ...resolve(response), description: `An error with the status ${status}.` }
      operation.responses[status] = { $ref: `#/components/responses/Error${status}` } as unknown as ResponseObject
    }
  }
  document.components['responses'] = shared
}

/** Suggests values to callers, and allows any other: `'public' | (string & {})`. */
function suggest({ type, 'x-extensible-enum': values }: JsonSchema): ts.TypeNode | undefined {
  if (!values) return undefined
  const { StringKeyword, NumberKeyword } = ts.SyntaxKind
  const anyString = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(StringKeyword),
    factory.createTypeLiteralNode([]),
  ])
  const words = values.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)))
  const numbers = Array.isArray(type) && type.includes('integer') ? [factory.createKeywordTypeNode(NumberKeyword)] : []
  return factory.createUnionTypeNode([...numbers, ...words, factory.createParenthesizedType(anyString)])
}

/** Adds the limits of each property to its description. */
function describeLimits({ properties = {}, items }: JsonSchema): void {
  for (const property of Object.values(properties)) {
    if (property.description) property.description = withLimits(property.description, property)
    describeLimits(property)
  }
  if (items) describeLimits(items)
}

/** Creates the type of an array of exactly so many items. An array of any length is then an error of the compiler. */
function tuple({ minItems, maxItems, items }: JsonSchema): ts.TypeNode | undefined {
  const name = referenceName(items)
  if (!name || minItems === undefined || minItems !== maxItems) return undefined
  const elements = Array.from({ length: minItems }, () => factory.createTypeReferenceNode(name))
  return factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, factory.createTupleTypeNode(elements))
}

/** Returns the names of the schemas that request bodies consist of. */
function requestSchemas(document: OpenApiDocument): Set<string> {
  const names = new Set<string>()
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    const name = referenceName(node)
    if (name && !names.has(name)) {
      names.add(name)
      visit(document.components.schemas[name])
    }
    for (const value of Object.values(node)) visit(value)
  }
  for (const { operation } of endpointsOf(document))
    for (const { schema } of Object.values(operation.requestBody?.content ?? {})) visit(schema)
  return names
}

/** Lets optional properties be `undefined`, which callers with `exactOptionalPropertyTypes` could not pass otherwise. */
function acceptUndefined<Node extends ts.Node>(node: Node): Node {
  const visit = (child: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(child, visit, undefined)
    if (!ts.isPropertySignature(visited) || !visited.questionToken || !visited.type) return visited
    const type = factory.createUnionTypeNode([
      visited.type,
      factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword),
    ])
    const { modifiers, name, questionToken } = visited
    const property = factory.updatePropertySignature(visited, modifiers, name, questionToken, type)
    // A new node has no comments of its own.
    return ts.setSyntheticLeadingComments(property, ts.getSyntheticLeadingComments(child))
  }
  return ts.visitNode(node, visit) as Node
}

function isNamed(node: ts.Node, name: string): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === name
}

/** Moves the schemas out of the components, each to a type of its own name. */
function nameSchemas(
  components: ts.InterfaceDeclaration,
  schemas: Record<string, JsonSchema>,
  requests: ReadonlySet<string>,
): ts.Node[] {
  const types: ts.Node[] = []
  const members = components.members.map((member) => {
    if (
      !(
        ts.isPropertySignature(member) &&
        ts.isIdentifier(member.name) &&
        member.name.text === 'schemas' &&
        member.type &&
        ts.isTypeLiteralNode(member.type)
      )
    )
      return member
    const references = member.type.members.map((schema) => {
      if (!(ts.isPropertySignature(schema) && ts.isIdentifier(schema.name) && schema.type))
        throw new Error('A schema has no name that a type can have.')
      const { text } = schema.name
      const type = factory.createTypeAliasDeclaration(
        [factory.createModifier(ts.SyntaxKind.ExportKeyword)],
        text,
        undefined,
        requests.has(text) ? acceptUndefined(schema.type) : schema.type,
      )
      types.push(describe(type, schemas[text]?.description))
      return factory.createPropertySignature(undefined, text, undefined, factory.createTypeReferenceNode(text))
    })
    return factory.updatePropertySignature(
      member,
      undefined,
      member.name,
      undefined,
      factory.createTypeLiteralNode(references),
    )
  })
  const rest = factory.updateInterfaceDeclaration(
    components,
    components.modifiers,
    components.name,
    undefined,
    undefined,
    members,
  )
  return [describe(rest, 'The shared parts of the document.'), ...types]
}

/** Puts a comment before a node, if there is a description. */
function describe<Node extends ts.Node>(node: Node, description: string | undefined): Node {
  if (description === undefined) return node
  const comment = doc([description.trim()]).replace(/^\/\*|\*\/$/g, '')
  return ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, comment, true)
}
