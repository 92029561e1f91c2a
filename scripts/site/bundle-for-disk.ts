import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

/**
 * Bundles the scripts of a built site as assets/from-disk.js. Browsers load no modules from a disk, but one ordinary script: with it,
 * search, navigation and tabs work there too. The head of each page loads it.
 */
export async function bundleForDisk(site: string): Promise<void> {
  const assets = join(site, 'assets')
  const [files, chunks] = await Promise.all([readdir(assets), readdir(join(assets, 'chunks'))])
  const pages = files.filter((file) => file.endsWith('.lean.js'))
  const lines = [
    `import './chunks/${only(chunks, /^metadata\..*\.js$/)}'`,
    `const pages = {${pages.map((page) => `'${page}': () => import('./${page}')`).join(', ')}}`,
    `globalThis.importPage = (url) => pages[url.split('/').at(-1)]?.() ?? Promise.reject(new Error('Page not found: ' + url))`,
    `import('./${only(files, /^app\..*\.js$/)}')`,
  ]
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: assets },
    outfile: join(assets, 'from-disk.js'),
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    banner: { js: 'const siteScript = { url: document.currentScript.src };' },
    // The package.json above says that modules have no side effects, which is not true of these.
    ignoreAnnotations: true,
    define: { 'import.meta': 'siteScript' },
    plugins: [importPages],
  })
}

/** Sends imports of a page's module, whose path is a variable, to those in the bundle. */
const importPages: Plugin = {
  name: 'import-pages',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/](app|VPLocalSearchBox|theme)\.[^\\/]+\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const contents = text
        .replace(/\bimport\((\w+)\)/g, 'importPage($1)')
        // Vue looks for a mark of modules, which modules in a bundle do not have.
        .replace(/\bimport\((`[^`]+\/VPLocalSearchBox[^`]+`)\)/, 'import($1).then((loaded) => loaded.default)')
      if (contents === text) throw new Error(`${path} imports nothing: VitePress has changed.`)
      return { contents }
    })
  },
}

function only(files: readonly string[], pattern: RegExp): string {
  const [file, ...others] = files.filter((name) => pattern.test(name))
  if (!file || others.length > 0) throw new Error(`Expected one file ${pattern}, got ${files.length}.`)
  return file
}
