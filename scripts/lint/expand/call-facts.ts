import type { JsonSchema, OperationObject, ParameterObject, PermissionRule } from '../../document.js'
import type { ExpandContext } from './expansion.js'

/** The facts of a call that errors and examples depend on. */
export interface CallFacts {
  path: string
  parameters: ParameterObject[]
  /** Media type of the body. */
  media: string | undefined
  body: JsonSchema | undefined
  /** Properties of the body, resolved. */
  fields: Record<string, JsonSchema>
  /** The values of examples: of parameters, and of the fields of the body. */
  values: Record<string, unknown>
  permissions: readonly PermissionRule[]
}

/** Collects the facts of a call. */
export function callFacts(operation: OperationObject, path: string, { resolve }: ExpandContext): CallFacts {
  const parameters = (operation.parameters ?? []).flatMap((parameter) => resolve<ParameterObject>(parameter).node ?? [])
  const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  const { node: body, location } = resolve<JsonSchema>(content?.schema)
  const from = location?.source.absoluteRef
  const fields = Object.entries(body?.properties ?? {}).flatMap(([name, field]) => {
    const { node } = resolve<JsonSchema>(field, from)
    return node ? [[name, node] as const] : []
  })
  const example = content?.examples?.['plain']?.value
  return {
    path,
    parameters,
    media,
    body,
    fields: Object.fromEntries(fields),
    values: {
      ...Object.fromEntries(fields.map(([name, { examples }]) => [name, examples?.[0]])),
      ...(typeof example === 'object' ? example : {}),
      ...Object.fromEntries(parameters.map((parameter) => [parameter.name, exampleOf(parameter)])),
    },
    permissions: operation['x-permissions'] ?? [],
  }
}

function exampleOf({ example, examples = {} }: ParameterObject): unknown {
  return examples['plain']?.value ?? Object.values(examples)[0]?.value ?? example
}
