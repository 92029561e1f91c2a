interface Location {
  child(key: string): Location
}
interface Context {
  location: Location
  report(problem: { message: string; location: Location }): void
}

/** Marks, in the files that `npm run new` writes, what only the author knows. */
export const marker = 'FILL IN'

/** Rejects markers. */
export function filledIn(): { any: { enter(node: unknown, context: Context): void } } {
  return {
    any: {
      enter: (node, { report, location }) => {
        for (const [key, value] of Object.entries(node ?? {})) {
          // The linter visits objects of the document, but neither lists of examples nor what an example contains.
          const text = Array.isArray(value) || key === 'value' ? JSON.stringify(value) : value
          if (typeof text === 'string' && text.includes(marker))
            report({ message: `\`${key}\` contains "${marker}": replace the marker.`, location: location.child(key) })
        }
      },
    },
  }
}
