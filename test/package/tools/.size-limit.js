import { readFileSync } from 'node:fs'

const root = new URL('../../../', import.meta.url)

/** What is imported from each entry of the package, and the maximum size of its bundle in kB, minified and gzipped. */
const limits = {
  // What a page downloads, and the same for a server.
  '.': ['{ createSceyt }', 31.2, 35.2],
  // Includes the errors of the client.
  './bulk': ['{ limiter, runBulk }', 10.9],
  // Includes what it shares with runBulk, and the errors of the client.
  './bulk/bullmq': ['{ createWorker, enqueue, readStatus }', 12.5],
  './node': ['{ fromPath, fromStream, pooledFetch, saveTo }', 8.6],
  // Includes the errors of the client.
  './otel': ['{ instrument }', 5.1],
  // Includes the errors of the client, and the search for secrets.
  './record': ['{ record, replay }', 13.2],
  // Includes the limiter for one process.
  './redis': ['{ sharedLimiter }', 5.1],
  // Includes token creation, which a bundler with code splitting loads later.
  './sandbox': ['{ createSandbox }', 50.4],
  // Includes idb.
  './sandbox/browser': ['{ persist }', 4.8],
  './sandbox/demo': ['{ demo }', 16.4],
  './sandbox/msw': ['{ handlers }', 1.1],
  // Includes the OpenAPI document and the studio, compressed, which a bundle cannot read from files.
  './sandbox/node': ['{ listen, keepIn }', 94.5],
  // These include the client and the sandbox.
  './sandbox/playwright': ['{ routeTo, sandboxFixtures }', 85.3],
  './sandbox/vitest': ['{ sandboxFixtures }', 84.4],
  // Includes the parts of jose and of the client that it uses.
  './token': ['{ createUserToken, verifyUserToken }', 12.3],
  // Includes the client, and the validator of seeds, which bundlers cannot leave out.
  './validate': ['{ createSceyt }', 47.6],
}

const { exports, peerDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))

export default Object.entries(exports)
  .filter(([, target]) => typeof target === 'object')
  .flatMap(([entry, target]) => {
    if (!limits[entry]) throw new Error(`${entry} has no limit in test/package/tools/.size-limit.js.`)
    const [names, limit, limitOfServer] = limits[entry]
    const page = target.import.browser
    return [
      check(entry, page ?? target.import.default, names, limit),
      ...(page ? [check(`${entry} (server)`, target.import.default, names, limitOfServer)] : []),
    ]
  })

function check(name, file, names, limit) {
  return {
    name,
    path: new URL(file, root).pathname,
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
}

/** Fails if a bundle is suspiciously small: gzip at least halves its size, so less than half the limit without gzip means that code is missing. */
function notLessThan(bytes) {
  return {
    name: 'not-less-than',
    setup: (build) =>
      build.onEnd(({ metafile }) => {
        const size = Object.values(metafile?.outputs ?? {}).reduce((sum, output) => sum + output.bytes, 0)
        if (size < bytes) return { errors: [{ text: `expected at least ${bytes} bytes, got ${size}` }] }
      }),
  }
}
