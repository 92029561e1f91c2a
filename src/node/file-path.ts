import { fileURLToPath } from 'node:url'
import { InputError } from 'sceyt-platform'
import { nameKind } from './name-kind.js'

/** Returns a path that is given as such, or as a `file:` URL. */
export function toFilePath(path: string | URL): string {
  const isUrl = path instanceof URL && path.protocol === 'file:'
  if (!isUrl && (typeof path !== 'string' || path === '' || path.includes('\0')))
    throw new InputError('path', `must be the path of a file, got ${nameKind(path)}.`)
  return isUrl ? fileURLToPath(path) : (path as string)
}
