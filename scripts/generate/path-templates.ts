import { endpointsOf, type OpenApiDocument, resolveIn } from '../document.js'
import { literal, madeBy } from './source.js'

/** Writes the templates of all paths, and of those that return files. */
export function printPathTemplates(document: OpenApiDocument): string {
  const resolve = resolveIn(document)
  const endpoints = endpointsOf(document)
  const files = endpoints.filter(
    ({ operation }) => 'application/octet-stream' in (resolve(operation.responses['200'])?.content ?? {}),
  )
  const templatesOf = (some: typeof endpoints) => literal([...new Set(some.map(({ path }) => path))], true)
  return `// ${madeBy}
/** The paths of all operations, under the base URL. */
export const pathTemplates: readonly string[] = ${templatesOf(endpoints)}

/** Those of them that return files. */
export const filePathTemplates: readonly string[] = ${templatesOf(files)}
`
}
