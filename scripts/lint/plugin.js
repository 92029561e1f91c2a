import { tsImport } from 'tsx/esm/api'

/**
 * Returns the plugin that redocly.yaml names: the lint rules of this repository, besides the recommended ones, and the expansion of the sources.
 * It is JavaScript so that `npx redocly` and editor extensions can load it, since neither of them compiles TypeScript.
 * The import is inside the function because an extension may `require` this file, which a top-level await forbids.
 */
export default async () => {
  const { rules } = await tsImport('./rules.ts', import.meta.url)
  const { expand } = await tsImport('./expand/expand.ts', import.meta.url)
  return { id: 'sceyt', preprocessors: { oas3: { expand } }, rules: { oas3: rules } }
}
