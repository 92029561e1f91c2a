import commonjs from '@rollup/plugin-commonjs'
import json from '@rollup/plugin-json'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import { rollup as bundle } from 'rollup'

export async function rollup({ entry, folder, target, external }) {
  const warnings = []
  const isNode = target === 'node'
  const build = await bundle({
    input: entry,
    plugins: [
      nodeResolve({ browser: !isNode, exportConditions: isNode ? ['node'] : [] }),
      commonjs(),
      json(),
      terser(),
    ],
    external: external ? [/^sceyt-platform/] : [],
    onwarn: ({ message }) => warnings.push(message),
  })
  await build.write({ dir: folder, format: 'es', entryFileNames: isNode ? 'main.mjs' : 'main.js' })
  await build.close()
  return warnings
}
