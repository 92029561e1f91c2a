import { InputError, refuse } from '../errors/input-error.js'

/** Throws an error about a value that cannot be uploaded. */
export function refuseFile(name: string, value: unknown): never {
  if (typeof value === 'string')
    throw new InputError(name, "must be a Blob or File. For a path, use fromPath() from 'sceyt-platform/node'.")
  refuse(name, 'a Blob or File, or come from fromPath() or fromStream()', value)
}
