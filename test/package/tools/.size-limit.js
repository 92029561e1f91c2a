import { readFileSync } from 'node:fs'

const root = new URL('../../../', import.meta.url)

/** What is taken of each entry of the package, and how large it may be in a bundle, minified and gzipped. */
const limits = {
  '.': ['{ createSceyt }', 20],
  './node': ['{ fromPath, fromStream, pooledFetch }', 5],
  // With what makes tokens, which a bundler that splits leaves out until then.
  './sandbox': ['{ createSandbox }', 37],
  './sandbox/demo': ['{ demo }', 17],
  './sandbox/msw': ['{ handlers }', 0.25],
  './sandbox/node': ['{ listen, keepIn }', 6.5],
  // What is used of jose, and of the client, is in it.
  './token': ['{ createUserToken, verifyUserToken }', 13],
  // The client is in it.
  './validate': ['{ createSceyt }', 29],
}

const { exports, peerDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))

export default Object.entries(exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([entry, target]) => {
    if (!limits[entry]) throw new Error(`${entry} has no limit in test/package/tools/.size-limit.js.`)
    const [names, limit] = limits[entry]
    return {
      name: entry,
      path: new URL(target.default, root).pathname,
      import: names,
      gzip: true,
      limit: `${limit} kB`,
      ignore: ['node:*', ...Object.keys(peerDependencies)],
      modifyEsbuildConfig: (config) => ({
        ...config,
        format: 'esm',
        target: 'es2022',
        plugins: [notLessThan(limit * 500)],
      }),
    }
  })

/** Gzip takes half of it at least. What is that small without gzip has lost something. */
function notLessThan(bytes) {
  return {
    name: 'not-less-than',
    setup: (build) =>
      build.onEnd(({ metafile }) => {
        const size = Object.values(metafile?.outputs ?? {}).reduce((sum, output) => sum + output.bytes, 0)
        if (size < bytes) return { errors: [{ text: `Only ${size} bytes are left, where ${bytes} are the least.` }] }
      }),
  }
}
