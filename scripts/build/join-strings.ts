import ts from 'typescript'

/**
 * Joins the strings that esbuild splits over lines of a minified module. `\` at the end of a line continues a string, and Vite 7
 * indents the next line when it bundles CommonJS, which changes the string.
 */
export function joinStrings(module: string): string {
  let result = ''
  let position = 0
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) {
      // A backslash and the character that it escapes are skipped together.
      const text = node.getText().replace(/\\[\s\S]/g, (escaped) => (escaped === '\\\n' ? '' : escaped))
      result += module.slice(position, node.getStart()) + text
      position = node.getEnd()
    } else ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('module.js', module, ts.ScriptTarget.ESNext, true))
  return result + module.slice(position)
}
