import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import { type JsonSchema, type OpenApiDocument, referenceName } from '../document.js'
import { doc, madeBy } from './source.js'

const { factory } = ts
const blob = factory.createTypeReferenceNode('Blob')

/** Writes the types of the document, with binary content as `Blob`. */
export async function printSchema(document: OpenApiDocument): Promise<string> {
  const { schemas } = document.components
  const ast = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    // A property with a default would otherwise be required of the caller too.
    defaultNonNullable: false,
    transform: (schema) => (schema.format === 'binary' ? blob : suggest(schema as JsonSchema)),
    // What is a reference has no words of its own.
    transformProperty: (property, schema) =>
      describe(property, schemas[referenceName(schema as JsonSchema) ?? '']?.description),
  })
  const text = astToString(
    ast.flatMap((node) => {
      if (isNamed(node, 'components')) return nameSchemas(node, schemas)
      return isNamed(node, 'paths') ? describe(node, 'Every path of the document. `sceyt.raw` is typed by them.') : node
    }),
  )
    // So that an editor, an error of the compiler and the reference call them by their names.
    .replaceAll(/components\["schemas"\]\["(\w+)"\]/g, '$1')
    // A comment begins with its description anyway.
    .replaceAll(/^( *(?:\/\*\*| \*)) @description /gm, '$1 ')
  return `// ${madeBy}\n${text}`
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

function isNamed(node: ts.Node, name: string): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === name
}

/** Takes the schemas out of the components, and gives each a name of its own. */
function nameSchemas(components: ts.InterfaceDeclaration, schemas: Record<string, JsonSchema>): ts.Node[] {
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
        schema.type,
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

/** Puts a comment before a node, if there is something to say. */
function describe<Node extends ts.Node>(node: Node, description: string | undefined): Node {
  if (description === undefined) return node
  const comment = doc([description.trim()]).replace(/^\/\*|\*\/$/g, '')
  return ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, comment, true)
}
