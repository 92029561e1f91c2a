import type { Sceyt } from 'sceyt-platform'

type Method = (...values: readonly unknown[]) => unknown

/** Returns the method of a client that has a name of the document, such as `channels.members.add`. */
export function methodOf(sceyt: Sceyt, name: string): Method {
  const names = name.split('.')
  const method = names.pop() as string
  const resource = names.reduce<Record<string, unknown>>(
    (node, key) => node[key] as Record<string, unknown>,
    sceyt as unknown as Record<string, unknown>,
  )
  return (resource[method] as Method).bind(resource)
}
