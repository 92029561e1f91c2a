import { kebabOf } from './kebab-of.js'

/** Returns the command of a method of the client: `channel-types create` for `channelTypes.create`. */
export function commandName(method: string): string {
  return method.split('.').map(kebabOf).join(' ')
}
