import { basename } from 'node:path'
import type { Visitor } from '../visitor.js'

/** Requires that each path has its own file, named after it: `/users/{username}` is `users_{username}.yaml`. */
export function pathFile(): Visitor {
  return {
    PathItem: (_item, { report, key, location }) => {
      const name = `${String(key).slice(1).replaceAll('/', '_')}.yaml`
      if (location.pointer !== '#/' || basename(location.source.absoluteRef) !== name)
        report({ message: `Path \`${key}\` must be a file named \`${name}\`.` })
    },
  }
}
