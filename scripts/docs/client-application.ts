import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  Application,
  type Context,
  Converter,
  type DeclarationReflection,
  type ProjectReflection,
  ReferenceType,
  type Reflection,
  ReflectionKind,
  type TypeDocOptions,
} from 'typedoc'
import type ts from 'typescript'

const root = fileURLToPath(new URL('../../', import.meta.url))
// Thousands of lines that are for the compiler only.
const unreadable = ['paths', 'components']

/**
 * Sets TypeDoc up to read everything that the package exports. An export without a comment is an error, and so is a broken link.
 *
 * @param options - What depends on the format of the output.
 */
export async function createClientApplication(options: TypeDocOptions): Promise<Application> {
  const app = await Application.bootstrapWithPlugins({
    name: 'sceyt-platform',
    tsconfig: `${root}tsconfig.json`,
    // The compiler has its own step.
    skipErrorChecking: true,
    entryPoints: await entries(),
    basePath: `${root}src`,
    // The repository has no public address yet.
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    validation: {
      notExported: true,
      invalidLink: true,
      invalidPath: true,
      notDocumented: true,
      rewrittenLink: true,
      unusedMergeModuleWith: true,
    },
    // Parts of exported types that users do not need to name.
    intentionallyNotExported: ['Grammar', 'ResponseContext'],
    // Parts of types that the test runners define.
    intentionallyNotDocumented: [
      'sceyt-platform/sandbox/playwright.PlaywrightFixtures.sandbox.__type.scope',
      'sceyt-platform/sandbox/playwright.PlaywrightFixtures.resetSandbox.__type.scope',
      'sceyt-platform/sandbox/playwright.PlaywrightFixtures.resetSandbox.__type.auto',
      'sceyt-platform/sandbox/vitest.VitestFixtures.sandbox.__type.task',
      'sceyt-platform/sandbox/vitest.VitestFixtures.sceyt.__type.sandbox',
    ],
    treatWarningsAsErrors: true,
    treatValidationWarningsAsErrors: true,
    logLevel: 'Warn',
    ...options,
  })
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context: Context) => {
    // Named as in an import.
    for (const entry of context.project.getReflectionsByKind(ReflectionKind.Module))
      entry.name = `sceyt-platform/${entry.name}`.replace(/\/index$/, '')
    for (const reflection of context.project.getReflectionsByKind(ReflectionKind.Interface) as DeclarationReflection[])
      if (unreadable.includes(reflection.name))
        for (const child of [...(reflection.children ?? [])]) context.project.removeReflection(child)
    for (const reflection of context.project.getReflectionsByKind(ReflectionKind.Class) as DeclarationReflection[])
      if (reflection.name.endsWith('Error')) showAsError(context, reflection)
  })
  return app
}

/**
 * Reads the sources, checks them, and writes the pages.
 *
 * @throws {Error} if TypeDoc reported anything.
 */
export async function writeClientPages(
  app: Application,
  write: (project: ProjectReflection) => Promise<void>,
): Promise<ProjectReflection> {
  const project = await app.convert()
  if (project) {
    app.validate(project)
    if (!app.logger.hasErrors() && !app.logger.hasWarnings()) await write(project)
  }
  if (!project || app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error('The reference of the client cannot be built: see above.')
  return project
}

/** Leaves out what only the package uses of an error: its constructor, and base classes that are not exported. */
function showAsError(context: Context, error: DeclarationReflection): void {
  for (const child of error.getChildrenByKind(ReflectionKind.Constructor)) context.project.removeReflection(child)
  const base = exportedBaseOf(context, context.getSymbolFromReflection(error))
  if (base) error.extendedTypes = [ReferenceType.createResolvedReference(base.name, base, context.project)]
}

function exportedBaseOf(context: Context, symbol: ts.Symbol | undefined): Reflection | undefined {
  const checker = context.programs[0]?.getTypeChecker()
  const type = symbol && checker?.getDeclaredTypeOfSymbol(symbol)
  const base = type?.isClass() ? checker?.getBaseTypes(type)[0]?.getSymbol() : undefined
  return base && (context.getReflectionFromSymbol(base) ?? exportedBaseOf(context, base))
}

/** Returns the sources of the package's entries. */
async function entries(): Promise<string[]> {
  const { exports } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {
    exports: Record<string, string | { import: { default: string } }>
  }
  return Object.values(exports).flatMap((target) =>
    typeof target === 'string'
      ? []
      : [target.import.default.replace(/^\.\/dist\/(.*)\.js$/, (_path, name: string) => `${root}${name}.ts`)],
  )
}
