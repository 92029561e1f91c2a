import { join } from 'node:path'
import ts from 'typescript'

/** The result of a compilation. */
export interface Compiled {
  /** The errors in the program and, without `skipLibCheck`, in the packages. */
  problems: string[]
  /** The number of type instantiations. */
  instantiations: number
}

/** Returns a function that compiles programs as if they were in a folder, together with the types of the given packages. Shared files are parsed once. */
export function compilerIn(
  folder: string,
  packages: readonly string[],
): (files: Readonly<Record<string, string>>, options: ts.CompilerOptions) => Compiled {
  const parsed = new Map<string, ts.SourceFile | undefined>()

  return (files, options) => {
    const own = new Map(Object.entries(files).map(([name, text]) => [join(folder, name), text]))
    const host = ts.createCompilerHost(options)
    const { getSourceFile, fileExists, readFile } = host
    host.getCurrentDirectory = () => folder
    host.fileExists = (path) => own.has(path) || fileExists.call(host, path)
    host.readFile = (path) => own.get(path) ?? readFile.call(host, path)
    host.getSourceFile = (path, how, ...rest) => {
      const text = own.get(path)
      if (text !== undefined) return ts.createSourceFile(path, text, how)
      // Only the target and the module format affect how a declaration file is parsed.
      const { languageVersion, impliedNodeFormat } =
        typeof how === 'object' ? how : { languageVersion: how, impliedNodeFormat: undefined }
      const key = `${path} ${languageVersion} ${impliedNodeFormat}`
      if (!parsed.has(key)) parsed.set(key, getSourceFile.call(host, path, how, ...rest))
      return parsed.get(key)
    }
    const program = ts.createProgram([...own.keys()], { noEmit: true, ...options }, host)
    const isOfPackages = (path: string) =>
      !options.skipLibCheck && packages.some((name) => path.includes(`/node_modules/${name}/`))
    const checked = program.getSourceFiles().filter(({ fileName }) => own.has(fileName) || isOfPackages(fileName))
    const diagnostics = [
      ...program.getConfigFileParsingDiagnostics(),
      ...program.getOptionsDiagnostics(),
      ...program.getGlobalDiagnostics(),
      ...checked.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
    ]
    return { problems: diagnostics.map(describe), instantiations: program.getInstantiationCount() }
  }
}

function describe({ file, code, messageText }: ts.Diagnostic): string {
  return `${file?.fileName.split('/node_modules/').at(-1)?.split('/').slice(-4).join('/') ?? 'options'}: TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
}
