import type { ChannelType } from '../../../generated/schema.js'
import { fail } from '../problem.js'
import { Collection } from './collection.js'
import { checkPathSegment } from './path-segment.js'
import type { StateSize } from './state-size.js'

/** A stored channel type: its name, and any other fields that it was created with. */
export type StoredChannelType = ChannelType & { readonly name: string }

const maxDepth = 100

/** The channel types of an application, by name. */
export class ChannelTypeStore {
  readonly all: Collection<StoredChannelType>

  constructor(size: StateSize) {
    this.all = new Collection(size, ({ name }) => name)
  }

  /**
   * @throws Problem 409 if the name is taken.
   * @throws Problem 422 if the fields are nested too deep to be written as JSON safely.
   */
  add(type: StoredChannelType): StoredChannelType {
    if (this.all.has(type.name)) fail('channelTypeTaken', { name: type.name })
    checkPathSegment('name', type.name)
    if (isDeeperThan(type, maxDepth)) fail('tooDeep', { maxDepth })
    this.all.add(type)
    return type
  }

  /** @throws Problem 404 if there is no such channel type. */
  delete(name: string): void {
    if (!this.all.delete(name)) fail('channelTypeNotFound', { name })
  }
}

/** Checks whether objects and arrays are nested deeper than a limit. Recurses no deeper, so the stack cannot overflow. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}
