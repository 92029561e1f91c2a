import ts from 'typescript'

/**
 * Indents code by one space for each level: more spaces would be a twelfth of a module, and a fifth of the declarations.
 *
 * @param width - Spaces for each level so far.
 */
export function indentByOne(code: string, width: number): string {
  const check = (node: ts.Node): void => {
    const isText = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)
    if (isText && /\n /.test(node.getText()))
      throw new Error(
        `A string has a line that begins with a space, which would change: ${node.getText().slice(0, 80)}`,
      )
    ts.forEachChild(node, check)
  }
  check(ts.createSourceFile('module.ts', code, ts.ScriptTarget.ESNext, true))
  return code.replace(/^ +/gm, ({ length }) => ' '.repeat(Math.floor(length / width) + (length % width)))
}
