import ts from 'typescript'

/**
 * Removes the comments of a module. Every line keeps its number, so that its source map stays valid. Annotations for bundlers
 * and the link to the map stay.
 */
export function removeComments(module: string, name = 'module.js'): string {
  const comments = new Map<number, number>()
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(module, node.pos) ?? []) comments.set(pos, end)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(name, module, ts.ScriptTarget.ESNext))
  let result = ''
  let position = 0
  for (const [start, end] of [...comments].sort(([a], [b]) => a - b)) {
    const comment = module.slice(start, end)
    if (/^\/\/#|__PURE__|webpackIgnore|@vite-ignore/.test(comment)) continue
    result += module.slice(position, start).replace(/[ \t]+$/, '') + comment.replace(/[^\n]+/g, '')
    position = end
  }
  return result + module.slice(position)
}

/** Removes the comments of the sources in a source map, a quarter of them. Those for users are in the declarations too. */
export function removeCommentsOfSources(map: string): string {
  const { sourcesContent, ...rest } = JSON.parse(map) as { sources: string[]; sourcesContent: string[] }
  return JSON.stringify({
    ...rest,
    sourcesContent: sourcesContent.map((text, index) => removeComments(text, rest.sources[index])),
  })
}
