import type { Sceyt } from '../../src/index.js'

/** Calls the method of the client that has a name of the document, such as `users.create`. */
export function callByName(sceyt: Sceyt, name: string, values: unknown[]): Promise<unknown> {
  const names = name.split('.')
  const resource = names
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (node, key) => node[key] as Record<string, unknown>,
      sceyt as unknown as Record<string, unknown>,
    )
  const method = resource[names.at(-1) as string]
  if (typeof method !== 'function') throw new Error(`The client has no ${name}.`)
  return method.apply(resource, values)
}
