import { readFileSync } from 'node:fs'
import { componentName, type Location, type Visitor } from '../visitor.js'
import { classNameOf, resourcesOf } from './sdk-resources.js'

/** Words that no generated identifier may be. */
export const reserved = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
  finally for function if implements import in instanceof interface let new null package private protected public return
  static super switch this throw true try typeof undefined var void while with yield`.split(/\s+/),
)
/** Names of arguments in generated methods, which would hide an operation or repeat a parameter. */
const args = ['body', 'query', 'options', 'file']
/** Exports of `generated/operations.ts`, besides the operations. */
const exported = ['serverUrl', 'apiKeyHeader', 'snowflake', 'channelTypeNumbers', 'filterGrammar', 'operations']
/** Types and values that generated code uses, and that `src/index.ts` does not export. */
const used =
  `Array Blob Boolean Core Error Function Math Number Object Omit Partial Pick Promise Readonly ReadableStream
  RegExp Record Required Resources Seed Set String Symbol Uint8Array`.split(/\s+/)

/** Requires names that generated code can have as identifiers, and that nothing else in it has. */
export function identifiers(): Visitor {
  const ids = new Map<string, Location>()
  const schemas = new Map<string, Location>()
  const parameters = new Map<string, Location>()
  const types = new Map([...publicTypes(), ...used].map((name) => [name, 'a type of the client']))
  return {
    Operation: ({ operationId: id, 'x-sdk-name': method }, { report, location }) => {
      const at = location.child('operationId')
      if (typeof id !== 'string') return
      if (!/^[a-z][A-Za-z0-9]*$/.test(id))
        report({ message: `The operationId \`${id}\` must be in camel case, such as \`createUser\`.`, location: at })
      const use = reserved.has(id) ? 'a reserved word' : useOf(id)
      if (use) report({ message: `The operationId \`${id}\` is ${use}.`, location: at })
      ids.set(id, at)
      types.set(`${id.charAt(0).toUpperCase()}${id.slice(1)}Query`, `the type of the query of \`${id}\``)
      if (typeof method !== 'string') return
      for (const resource of resourcesOf(method)) types.set(classNameOf(resource), `the class of \`${resource}\``)
    },
    Parameter: ({ in: kind, name }, { report, location }) => {
      const at = location.child('name')
      if (!/^[A-Za-z_$][\w$]*$/.test(String(name)))
        report({ message: `The name of the parameter \`${name}\` must be a valid identifier.`, location: at })
      if (kind !== 'path') return
      const use = reserved.has(name) ? 'a reserved word' : args.includes(name) && 'an argument of generated methods'
      if (use) report({ message: `The parameter \`${name}\` of a path has the name of ${use}.`, location: at })
      parameters.set(name, at)
    },
    Schema: (_schema, { location }) => {
      const name = componentName(location)
      if (name !== undefined) schemas.set(name, location)
    },
    Root: {
      leave: (_root, { report }) => {
        for (const [name, location] of parameters)
          if (ids.has(name))
            report({ message: `The parameter \`${name}\` of a path has the name of an operation.`, location })
        const folded = new Map<string, string>()
        for (const [name, location] of schemas) {
          const use = types.get(name)
          if (use) report({ message: `The schema \`${name}\` has the name of ${use}.`, location })
          // Samples name a result after its schema: `const user = await …`.
          const variable = name.charAt(0).toLowerCase() + name.slice(1)
          if (reserved.has(variable) || variable === 'sceyt')
            report({ message: `The schema \`${name}\` would be a variable \`${variable}\` in samples.`, location })
          // Some file systems would have one file for both.
          const twin = folded.get(name.toLowerCase())
          if (twin) report({ message: `The schemas \`${twin}\` and \`${name}\` differ only in case.`, location })
          folded.set(name.toLowerCase(), name)
        }
      },
    },
  }
}

function useOf(id: string): string | undefined {
  if (args.includes(id)) return 'an argument of generated methods'
  if (exported.includes(id) || /^shapeOf[A-Z]/.test(id)) return 'a name in generated/operations.ts'
  return undefined
}

/** Lists the names that `src/index.ts` exports one by one. The schemas are exported beside them. */
function publicTypes(): string[] {
  const index = readFileSync(new URL('../../../src/index.ts', import.meta.url), 'utf8')
  return [...index.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').flatMap((name) => name.replace(/\btype\b/, '').trim() || []),
  )
}
