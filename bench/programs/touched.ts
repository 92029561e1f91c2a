/** Reports which globals related to `fetch` the import reads: the first read of some of them takes tens of milliseconds. */
import { report } from './report.js'

const touched: string[] = []
for (const name of ['Request', 'Response', 'Headers', 'fetch', 'FormData']) {
  const { get, value } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {}
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      touched.push(name)
      return get ? get.call(globalThis) : value
    },
  })
}
await import('../../dist/src/index.js')
report([...new Set(touched)])
