import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Reference } from '../../document.js'
import type { Visitor } from '../visitor.js'

/**
 * Requires that each path has its own file, named after it, and that each file in `paths` is of a path: `/users/{username}` is
 * `users_{username}.yaml`.
 */
export function pathFile(): Visitor {
  return {
    PathItem: (_item, { report, key, location }) => {
      const name = `${String(key).slice(1).replaceAll('/', '_')}.yaml`
      if (location.pointer !== '#/' || basename(location.source.absoluteRef) !== name)
        report({ message: `Path \`${key}\` must be a file named \`${name}\`.` })
    },
    Root: {
      enter: ({ paths = {} }, { report, location }) => {
        const root = dirname(location.source.absoluteRef)
        const folder = join(root, 'paths')
        const listed = new Set(
          Object.values(paths).map((path) => join(root, String((path as Partial<Reference>).$ref).split('#')[0] ?? '')),
        )
        for (const file of filesIn(folder).filter((name) => !listed.has(join(folder, name))))
          report({ message: `\`paths\` does not list the file \`paths/${file}\`.`, location: location.child('paths') })
      },
    },
  }
}

/** Requires that `paths` is sorted by UTF-16 code units, as `sort()` does, so that each path has one place. */
export function pathOrder(): Visitor {
  return {
    Root: {
      enter: ({ paths = {} }, { report, location }) => {
        const names = Object.keys(paths)
        names.forEach((name, index) => {
          const before = names[index - 1]
          if (before !== undefined && name < before)
            report({
              message: `Path \`${name}\` must come before \`${before}\`: paths are sorted by code units.`,
              location: location.child(['paths', name]).key(),
            })
        })
      },
    },
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
