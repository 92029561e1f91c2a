import { fileURLToPath } from 'node:url'
import { InputError } from 'sceyt-platform'
import { describe } from '../common/describe.js'
import { fieldOf } from '../common/field-of.js'

/** Returns a path that is given as such, or as a `file:` URL, which may be of another realm. */
export function toFilePath(path: string | URL): string {
  if (fieldOf(path, 'protocol') === 'file:') return pathOf(String(fieldOf(path, 'href')))
  if (typeof path === 'string' && path.includes('\0')) throw new InputError('path', 'must not contain a NUL character.')
  if (typeof path === 'string' && path !== '') return path
  throw new InputError('path', `must be the path of a file, got ${describe(path)}.`)
}

function pathOf(url: string): string {
  try {
    return fileURLToPath(url)
  } catch (cause) {
    throw new InputError('path', `must be the path of a file on this machine, got ${JSON.stringify(url)}.`, { cause })
  }
}
