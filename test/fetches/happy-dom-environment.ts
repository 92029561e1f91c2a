import { Window } from 'happy-dom'
import { type Environment, populateGlobal } from 'vitest/runtime'

/** happy-dom with all of its own classes, those of `fetch` included. */
const environment: Environment = {
  name: 'happy-dom',
  viteEnvironment: 'client',
  setup(global: typeof globalThis) {
    const window = new Window({ url: 'http://localhost:3000/' })
    const additionalKeys = [
      'Request',
      'Response',
      'Headers',
      'fetch',
      'AbortController',
      'AbortSignal',
      'FormData',
      'Blob',
      'File',
    ]
    const { keys, originals } = populateGlobal(global, window, { bindFunctions: true, additionalKeys })
    return {
      async teardown() {
        await window.happyDOM.close()
        for (const key of keys) Reflect.deleteProperty(global, key)
        for (const [key, value] of originals) Reflect.set(global, key, value)
      },
    }
  },
}

export default environment
