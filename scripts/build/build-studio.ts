import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { StudioFiles } from '../../src/sandbox/node/studio-files.js'
import { forPages } from './for-pages.js'
import { packagesIn } from './notices.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = `${root}src/sandbox/studio`

/** Bundles the studio for browsers, with its packages and the client. Returns the folders of these packages too. */
export async function buildStudio(): Promise<StudioFiles & { packages: Set<string> }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { js: `${folder}/index.tsx`, css: `${folder}/styles/studio.css` },
    outdir: 'studio',
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { 'sceyt-platform': `${root}src/index.ts` },
    plugins: [forPages],
    legalComments: 'none',
    logLevel: 'silent',
  })
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { js: textOf('.js'), css: textOf('.css'), packages: packagesIn(metafile) }
}
