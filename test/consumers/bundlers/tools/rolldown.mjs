import { rolldown as bundle } from 'rolldown'

export async function rolldown({ entry, folder, target, external }) {
  const warnings = []
  const isNode = target === 'node'
  const build = await bundle({
    input: entry,
    platform: isNode ? 'node' : 'browser',
    external: external ? [/^sceyt-platform/] : [],
    onLog: (level, { message }) => {
      if (level === 'warn') warnings.push(message)
    },
  })
  await build.write({ dir: folder, format: 'esm', minify: true, entryFileNames: isNode ? 'main.mjs' : 'main.js' })
  await build.close()
  return warnings
}
