import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { type Row, us } from '../row.js'

const entries = {
  [us]: "export { createSceyt } from '../dist/src/index.js'",
  'openapi-fetch': "export { default } from 'openapi-fetch'",
  ky: "export { default } from 'ky'",
  axios: "export { default } from 'axios'",
  stripe: "export { default } from 'stripe'",
  openai: "export { default } from 'openai'",
}

/** What a browser downloads. */
export async function bundle(): Promise<Row[]> {
  return Promise.all(
    Object.entries(entries).map(async ([who, entry]): Promise<Row> => {
      const value = gzipSync(await bundled(entry), { level: 9 }).length / 1000
      return { measure: 'bundle', what: 'minified, gzipped', who, value, unit: 'kB', ...(who === us && { goal: { atMost: 8 } }) }
    }),
  )
}

async function bundled(contents: string): Promise<Uint8Array> {
  const stdin = { contents, resolveDir: fileURLToPath(new URL('../', import.meta.url)) }
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, platform: 'browser', format: 'esm', target: 'es2022', write: false })
  return outputFiles[0]?.contents ?? new Uint8Array()
}
