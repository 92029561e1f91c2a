import ts from 'typescript'

const pure = '/* @__PURE__ */ '

/**
 * Lets bundlers drop each top-level variable and class that a program does not use: it marks their calls as pure, and puts other
 * expressions that bundlers keep, such as a spread or a static block, into a call that is. `nameErrors(Class, name)` becomes
 * the value of the variable of its class. Every line keeps its number.
 */
export function markPure(module: string): string {
  const { statements } = ts.createSourceFile('module.js', module, ts.ScriptTarget.ESNext, true)
  const changes: { start: number; end: number; text: string }[] = []
  const insert = (position: number, text: string) => changes.push({ start: position, end: position, text })
  const naming = new Map<string, ts.CallExpression>()
  for (const statement of statements) {
    const call = namingOf(statement)
    if (!call) continue
    naming.set(call.arguments[0]?.getText() ?? '', call)
    changes.push({ start: statement.getStart(), end: statement.getEnd(), text: '' })
  }
  const variables = statements.filter(ts.isVariableStatement).flatMap((it) => it.declarationList.declarations)
  for (const { name, initializer } of variables) {
    if (!initializer || !ts.isIdentifier(name)) continue
    const call = naming.get(name.text)
    if (call && ts.isClassExpression(initializer)) {
      naming.delete(name.text)
      insert(initializer.getStart(), `${pure}${call.expression.getText()}(`)
      // Without a variable right before it, a class has only the name that it is given.
      if (!initializer.name) insert(initializer.getStart() + 'class'.length, ` ${name.text}`)
      insert(initializer.getEnd(), `, ${call.arguments[1]?.getText()})`)
    } else if (!isDropped(initializer) && !containsAwait(initializer)) {
      const isCall = ts.isCallExpression(initializer) || ts.isNewExpression(initializer)
      const isSimple = isCall && (initializer.arguments ?? []).every(isDropped)
      insert(initializer.getStart(), isSimple ? pure : `${pure}(() => (`)
      if (!isSimple) insert(initializer.getEnd(), '))()')
    }
  }
  if (naming.size > 0) throw new Error(`no variable of the module is the class ${[...naming.keys()].join(', ')}`)
  let result = ''
  let position = 0
  for (const { start, end, text } of changes.sort((a, b) => a.start - b.start)) {
    result += module.slice(position, start) + text
    position = end
  }
  return result + module.slice(position)
}

function namingOf(statement: ts.Statement): ts.CallExpression | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined
  return statement.expression.expression.getText() === 'nameErrors' ? statement.expression : undefined
}

/** Reports whether bundlers drop an expression without further ado if its value is not used. */
function isDropped(node: ts.Node): boolean {
  if (ts.isObjectLiteralExpression(node)) return node.properties.every(isDropped)
  if (ts.isPropertyAssignment(node)) return !ts.isComputedPropertyName(node.name) && isDropped(node.initializer)
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isDropped)
  if (ts.isBinaryExpression(node)) return isDropped(node.left) && isDropped(node.right)
  if (ts.isPrefixUnaryExpression(node)) return isDropped(node.operand)
  if (ts.isVoidExpression(node)) return isDropped(node.expression)
  if (ts.isClassExpression(node))
    return !node.members.some(
      (member) => ts.isClassStaticBlockDeclaration(member) || (isStatic(member) && ts.isPropertyDeclaration(member)),
    )
  if (ts.isCallExpression(node) || ts.isNewExpression(node))
    return isMarked(node) && (node.arguments ?? []).every(isDropped)
  return (
    ts.isLiteralExpression(node) ||
    ts.isIdentifier(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind)
  )
}

function isMarked(node: ts.Node): boolean {
  return /__PURE__/.test(node.getFullText().slice(0, node.getLeadingTriviaWidth()))
}

function isStatic(member: ts.ClassElement): boolean {
  return ts.canHaveModifiers(member) && !!member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)
}

function containsAwait(node: ts.Node): boolean {
  return ts.isAwaitExpression(node) || (!ts.isFunctionLike(node) && !!ts.forEachChild(node, containsAwait))
}
