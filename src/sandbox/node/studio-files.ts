/** The files of the studio, which a page loads. */
export interface StudioFiles {
  readonly js: string
  readonly css: string
}

/** Not a literal, since it is outside of the compiled folders. */
const builder: string = new URL('../../../scripts/build/build-studio.ts', import.meta.url).href
let built: Promise<StudioFiles> | undefined

/** Builds the files of the studio, once. The build replaces this module by one that contains them: a bundle has no files beside it. */
export function readStudioFiles(): Promise<StudioFiles> {
  built ??= import(/* @vite-ignore */ builder).then((module: { buildStudio(): Promise<StudioFiles> }) =>
    module.buildStudio(),
  )
  return built
}
