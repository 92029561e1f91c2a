import { capitalize } from '../generate/source.js'

/** Returns the page of a method in the reference of the client: that of its class, at the method. */
export function methodPage(name: string): string {
  const path = name.split('.')
  const method = path.pop() ?? ''
  return `client/classes/sceyt-platform.${path.map(capitalize).join('')}Resource.html#${method.toLowerCase()}`
}
