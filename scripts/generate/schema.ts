import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import type { OpenApiDocument } from '../document.js'
import { madeBy } from './source.js'

const blob = ts.factory.createTypeReferenceNode('Blob')

/** Writes the types of the document, with binary content as `Blob`. */
export async function printSchema(document: OpenApiDocument): Promise<string> {
  const ast = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    // A property with a default would otherwise be required of the caller too.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    transform: (schema) => (schema.format === 'binary' ? blob : undefined),
  })
  return `// ${madeBy}\n${astToString(ast)}`
}
