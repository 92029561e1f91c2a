import type { Visitor } from '../visitor.js'

export const sdkNamePattern = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/

/** Requires a unique place in the client for each operation. */
export function sdkName(): Visitor {
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
