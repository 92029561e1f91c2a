import ts from 'typescript'
import { root } from './examples.js'

/** Files as the compiler sees them in a project with the options of this one. */
export function createProject(files: readonly string[], changes: ts.CompilerOptions = {}): ts.Program {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  return ts.createProgram(files, { ...options, ...changes })
}

/** What the compiler reports on files of a project. Of what they import, no more is checked than they need. */
export function problemsIn(project: ts.Program, files: readonly string[]): string[] {
  return files
    .flatMap((file) => ts.getPreEmitDiagnostics(project, project.getSourceFile(file)))
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
}
