import { createRequire } from 'node:module'
import { type Environment, populateGlobal } from 'vitest/runtime'

/** The part of jsdom that is used here. Its own types are available only once it is installed. */
interface Jsdom {
  JSDOM: new (html: string, options: object) => { window: { close(): void } }
}

const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom

/** jsdom as in the environment of Jest: with its own `Blob`, `File`, `FormData` and `AbortSignal`, and without `structuredClone`. */
const environment: Environment = {
  name: 'jsdom',
  viteEnvironment: 'client',
  setup(global: typeof globalThis) {
    const { window } = new JSDOM('<!doctype html>', { url: 'http://localhost:3000/', pretendToBeVisual: true })
    const { keys, originals } = populateGlobal(global, window, { bindFunctions: true })
    const { structuredClone } = global
    Reflect.deleteProperty(global, 'structuredClone')
    return {
      teardown() {
        window.close()
        for (const key of keys) Reflect.deleteProperty(global, key)
        for (const [key, value] of originals) Reflect.set(global, key, value)
        global.structuredClone = structuredClone
      },
    }
  },
}

export default environment
