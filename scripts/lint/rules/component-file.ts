import { basename } from 'node:path'
import type { MediaType, ParameterObject } from '../../document.js'
import { referenceName } from '../../document.js'
import { type Context, schemaName, type Visitor } from '../visitor.js'

/**
 * Requires one way to name the files of components: each in PascalCase. That of a parameter ends in the parameter's name, and
 * that of an example in the name of its schema and its own, without `Page`: `UserPlain.yaml`, `UserListFirst.yaml`.
 */
export function componentFile(): Visitor {
  const check = (_node: object, { report, location }: Context) => {
    const file = fileOf(location.source.absoluteRef, location.pointer)
    if (file !== undefined && !/^[A-Z][A-Za-z0-9]*\.yaml$/.test(file))
      report({ message: `The file \`${file}\` must have a name in PascalCase.` })
  }
  return {
    Schema: check,
    Response: check,
    Header: check,
    Example: check,
    SecurityScheme: check,
    Parameter: (parameter: ParameterObject, context) => {
      check(parameter, context)
      const { report, location } = context
      const file = fileOf(location.source.absoluteRef, location.pointer)
      const name = pascalCase(String(parameter.name))
      if (file !== undefined && !file.endsWith(`${name}.yaml`))
        report({ message: `The file \`${file}\` of the parameter \`${parameter.name}\` must end in \`${name}.yaml\`.` })
    },
    MediaType: ({ schema, examples = {} }: MediaType, { report, location }) => {
      for (const [name, example] of Object.entries(examples)) {
        const file = referenceName(example as object)?.replace(/\.yaml$/, '')
        const end = `${schemaName(schema) ?? ''}${pascalCase(name).replace(/Page$/, '')}`
        if (file !== undefined && !file.endsWith(end))
          report({
            message: `The example \`${name}\` must be in a file whose name ends in \`${end}.yaml\`, not in \`${file}.yaml\`.`,
            location: location.child(['examples', name]),
          })
      }
    },
  }
}

/** Returns the name of a file in `components` that is a component as a whole. */
function fileOf(path: string, pointer: string): string | undefined {
  return pointer === '#/' && /[\\/]components[\\/]\w+[\\/][^\\/]+$/.test(path) ? basename(path) : undefined
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
