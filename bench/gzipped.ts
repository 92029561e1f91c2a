import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Kilobytes that a browser downloads for a module. */
export async function gzipped(contents: string): Promise<number> {
  const stdin = { contents, resolveDir: fileURLToPath(new URL('./', import.meta.url)) }
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const [file] = outputFiles
  if (!file) throw new Error('esbuild wrote no output file.')
  return gzipSync(file.contents, { level: 9 }).length / 1000
}
