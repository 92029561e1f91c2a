/** Runs the Worker in workerd, Cloudflare's runtime. */
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'

/** Bundles the Worker into one file, as it is deployed. */
export async function bundleWorker(): Promise<string> {
  const entry = fileURLToPath(new URL('../worker.ts', import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles.map(({ text }) => text).join()
}

export function startWorker(
  script: string,
  bindings: Record<string, string>,
  { port = 0, log = process.stderr as NodeJS.WritableStream, compatibilityDate = '2026-04-01' } = {},
): Miniflare {
  return new Miniflare({
    modules: true,
    script,
    bindings,
    host: '127.0.0.1',
    port,
    compatibilityDate,
    compatibilityFlags: ['enable_request_signal'],
    handleRuntimeStdio: (_out: Readable, err: Readable) => void err.pipe(log),
  })
}

if (process.argv[1] === import.meta.filename) {
  const { SCEYT_API_URL = '', SCEYT_APP_ID = '', SCEYT_API_KEY = '' } = process.env
  const worker = startWorker(await bundleWorker(), { SCEYT_API_URL, SCEYT_APP_ID, SCEYT_API_KEY }, { port: 8787 })
  console.log(`GET ${(await worker.ready).href}`)
}
