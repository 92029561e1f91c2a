import type { Location, Visitor } from '../visitor.js'

/** Names that the client itself uses for its members, or for a generated file. */
const taken = new Map([
  ['raw', 'a member of the client'],
  ['index', 'the file of all resources'],
])

/** Requires that the names of all methods form a tree of resources that can be written as classes. */
export function sdkResources(): Visitor {
  const places = new Map<string, Location>()
  return {
    Operation: (operation, { location }) => {
      const { 'x-sdk-name': name, 'x-sdk-compose': composition } = operation
      const names = [
        [name, 'x-sdk-name'],
        [composition?.name, 'x-sdk-compose'],
      ] as const
      // Another rule requires that each is a dotted name, and unique.
      for (const [method, key] of names)
        if (typeof method === 'string' && method.includes('.') && !places.has(method))
          places.set(method, location.child(key))
    },
    Root: {
      leave: (_root, { report }) => {
        const methods = [...places.keys()]
        const resources = new Set(methods.flatMap(resourcesOf))
        const classes = new Map<string, string>()
        for (const [method, location] of places) {
          for (const message of nameProblems(method)) report({ message, location })
          if (resources.has(method)) {
            const inner = methods.find((name) => name.startsWith(`${method}.`))
            report({ message: `\`${method}\` is both a method and the resource of \`${inner}\`.`, location })
          }
          for (const resource of resourcesOf(method)) {
            const className = classNameOf(resource)
            const other = classes.get(className)
            if (other !== undefined && other !== resource)
              report({
                message: `\`${resource}\` and \`${other}\` would both be the class \`${className}\`.`,
                location,
              })
            else if (other === undefined && !methods.some((name) => parentOf(name) === resource))
              report({ message: `The resource \`${resource}\` must have a method of its own.`, location })
            classes.set(className, other ?? resource)
          }
        }
      },
    },
  }
}

/** Returns the name of the generated class of a resource. */
export function classNameOf(resource: string): string {
  return `${resource
    .split('.')
    .map((name) => name.charAt(0).toUpperCase() + name.slice(1))
    .join('')}Resource`
}

/** Lists the resources above a method, from the outermost: `a` and `a.b` for `a.b.list`. */
export function resourcesOf(method: string): string[] {
  const names = method.split('.')
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('.'))
}

function parentOf(method: string): string {
  return method.split('.').slice(0, -1).join('.')
}

function nameProblems(method: string): string[] {
  const names = method.split('.')
  const problems = names.flatMap((name) => {
    if (name in Object.prototype) return [`\`${name}\` in \`${method}\` is a member of every object.`]
    return name === 'then' ? [`\`then\` in \`${method}\` would be called by \`await\`.`] : []
  })
  const use = taken.get(names[0] ?? '')
  return use ? [...problems, `\`${names[0]}\` in \`${method}\` is ${use}.`] : problems
}
