import ts from 'typescript'

/** Indents code by one space for each level, in place of two: spaces would be a twelfth of a module. */
export function halveIndentation(code: string): string {
  const check = (node: ts.Node): void => {
    const isText = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)
    if (isText && /\n /.test(node.getText()))
      throw new Error(
        `A string has a line that begins with a space, which would change: ${node.getText().slice(0, 80)}`,
      )
    ts.forEachChild(node, check)
  }
  check(ts.createSourceFile('module.js', code, ts.ScriptTarget.ESNext, true))
  return code.replace(/^ +/gm, (spaces) => ' '.repeat(Math.ceil(spaces.length / 2)))
}
