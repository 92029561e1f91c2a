import { type Environment, populateGlobal } from 'vitest/runtime'

/** The part of happy-dom that is used here. Its own types are available only once it is installed. */
interface HappyDom {
  Window: new (options: object) => { happyDOM: { close(): Promise<void> } }
}

const name = 'happy-dom'

/** happy-dom with all of its own classes, those of `fetch` included. */
const environment: Environment = {
  name: 'happy-dom',
  viteEnvironment: 'client',
  async setup(global: typeof globalThis) {
    const { Window }: HappyDom = await import(name)
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
