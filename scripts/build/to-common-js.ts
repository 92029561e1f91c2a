import ts from 'typescript'

/**
 * Rewrites a bundled ES module as CommonJS: its imports, exports and `import.meta.url`. Every line keeps its number, so that
 * both share one source map. Jest can neither `require` an ES module nor `import()` one.
 *
 * @param rename - Returns what to require in place of a specifier.
 * @throws Error if the module contains syntax of modules that is not rewritten.
 */
export function toCommonJs(module: string, rename: (specifier: string) => string): string {
  const source = ts.createSourceFile('module.js', module, ts.ScriptTarget.ESNext, true)
  const changes: { node: ts.Node; text: string }[] = []
  const requireOf = (specifier: ts.Node | undefined) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) throw new Error(`cannot require ${specifier?.getText()}`)
    return `require(${JSON.stringify(rename(specifier.text))})`
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      changes.push({ node, text: `${bindingOf(node)}${requireOf(node.moduleSpecifier)};` })
    } else if (ts.isExportDeclaration(node)) {
      changes.push({ node, text: exportsOf(node) })
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments
      if (specifier && ts.isIdentifier(specifier)) {
        changes.push({ node, text: requireOrImport(specifier.text, node.getText()) })
        return
      }
      const required = requireOf(specifier)
      changes.push({ node, text: ts.isAwaitExpression(node.parent) ? required : `(async () => ${required})()` })
    } else if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      if (!/^import\.meta\.url$/.test(node.parent.getText())) throw new Error(`cannot rewrite ${node.parent.getText()}`)
      changes.push({ node: node.parent, text: ownUrl })
    } else if (ts.isExportAssignment(node) || (ts.canHaveModifiers(node) && isExported(node))) {
      throw new Error(`cannot rewrite ${node.getText().slice(0, 80)}`)
    } else ts.forEachChild(node, visit)
  }
  visit(source)
  let result = '"use strict"; Object.defineProperty(exports, "__esModule", { value: true });'
  let position = 0
  for (const { node, text } of changes) {
    const lines = countLines(node.getText()) - countLines(text)
    result += module.slice(position, node.getStart()) + text + '\n'.repeat(lines)
    position = node.getEnd()
  }
  return result + module.slice(position)
}

const countLines = (text: string) => text.split('\n').length

/** Bundlers that put CommonJS into an ES module leave no `__filename` in it. Without a URL, nothing is found from there. */
const ownUrl = '(typeof __filename === "string" ? require("node:url").pathToFileURL(__filename).href : "")'

/**
 * Loads a package by a name that bundlers must not resolve. Jest can only require it. In an ES module that a bundler made of
 * this one, there is no `require`, or it looks where the module was built.
 */
function requireOrImport(name: string, imported: string): string {
  const required = `require("node:module").createRequire(__filename)(${name})`
  return `(async () => { try { return ${required} } catch (error) { return ${imported}.catch(() => { throw error }) } })()`
}

function bindingOf({ importClause }: ts.ImportDeclaration): string {
  if (!importClause) return ''
  const { name, namedBindings } = importClause
  if (name || !namedBindings) throw new Error(`cannot rewrite the default import ${importClause.getText()}`)
  if (ts.isNamespaceImport(namedBindings)) return `const ${namedBindings.name.text} = `
  const names = namedBindings.elements.map(({ propertyName, name }) =>
    propertyName ? `${propertyName.text}: ${name.text}` : name.text,
  )
  return `const { ${names.join(', ')} } = `
}

function exportsOf(node: ts.ExportDeclaration): string {
  const { exportClause, moduleSpecifier } = node
  if (!exportClause || !ts.isNamedExports(exportClause) || moduleSpecifier)
    throw new Error(`cannot rewrite ${node.getText()}`)
  return exportClause.elements
    .map(({ propertyName, name }) => `exports.${name.text} = ${(propertyName ?? name).text};`)
    .join(' ')
}

function isExported(node: ts.HasModifiers): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}
