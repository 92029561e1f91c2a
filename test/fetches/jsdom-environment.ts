import { JSDOM } from 'jsdom'
import { type Environment, populateGlobal } from 'vitest/runtime'

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
