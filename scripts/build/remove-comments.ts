import ts from 'typescript'

/**
 * Removes the comments of a bundled module, which its source map contains anyway. Every line keeps its number, so that
 * the map stays valid. Annotations for bundlers and the link to the map stay.
 */
export function removeComments(module: string): string {
  const comments = new Map<number, number>()
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(module, node.pos) ?? []) comments.set(pos, end)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('module.js', module, ts.ScriptTarget.ESNext))
  let result = ''
  let position = 0
  for (const [start, end] of [...comments].sort(([a], [b]) => a - b)) {
    const comment = module.slice(start, end)
    if (/^\/\/#|__PURE__/.test(comment)) continue
    result += module.slice(position, start).replace(/[ \t]+$/, '') + comment.replace(/[^\n]+/g, '')
    position = end
  }
  return result + module.slice(position)
}
