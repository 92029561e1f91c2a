/** Reports which globals around `fetch` the import looks at: the first look at some of them costs tens of milliseconds. */
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
