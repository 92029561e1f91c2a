import { createRequire } from 'node:module'
import { pooledFetch } from 'sceyt-platform/node'
import type { Fetch } from '../../src/index.js'

const require = createRequire(import.meta.url)
/** Packages are loaded by name, since their types are not those of the platform. */
const load = async (name: string): Promise<Record<string, unknown>> => import(/* @vite-ignore */ require.resolve(name))

/** An implementation of `fetch`, and how to load it. */
export interface Implementation {
  name: string
  /** The version of Node that it needs, if it is a later one than ours. */
  needs?: number
  load(): Promise<Fetch>
}

async function fetchOf(name: string, key = 'default'): Promise<Fetch> {
  const exports = await load(name)
  const found = exports[key] ?? (exports['default'] as Record<string, unknown>)?.[key]
  return found as Fetch
}

export const implementations: Implementation[] = [
  { name: 'fetch of Node', load: async () => (url, init) => fetch(url, init) },
  { name: 'pooledFetch', load: async () => pooledFetch({ keepAliveTimeout: 100 }) },
  { name: 'undici 6', load: () => fetchOf('undici-6', 'fetch') },
  { name: 'undici 7', load: () => fetchOf('undici-7', 'fetch') },
  { name: 'undici 8', needs: 22.19, load: () => fetchOf('undici-8', 'fetch') },
  { name: 'node-fetch 2', load: () => fetchOf('node-fetch-2') },
  { name: 'node-fetch 3', load: () => fetchOf('node-fetch') },
  { name: 'cross-fetch', load: () => fetchOf('cross-fetch') },
  { name: 'minipass-fetch', load: () => fetchOf('minipass-fetch') },
  { name: 'make-fetch-happen', load: () => fetchOf('make-fetch-happen') },
  {
    name: 'axios-fetch',
    async load() {
      const build = (await fetchOf('@lifeomic/axios-fetch', 'buildAxiosFetch')) as unknown as (axios: unknown) => Fetch
      const axios = (await load('axios'))['default'] as { create(options: object): unknown }
      // It follows redirects by default, with the API key.
      return build(axios.create({ maxRedirects: 0 }))
    },
  },
  {
    name: 'React Native style',
    // Its responses have no `body`.
    load: async () => async (url, init) => {
      const response = await fetch(url, init)
      const { ok, status, headers } = response
      const read = async <T>(format: 'text' | 'arrayBuffer' | 'blob') => (await response[format]()) as T
      return {
        ok,
        status,
        headers,
        url: response.url,
        text: () => read('text'),
        json: () => response.json(),
        arrayBuffer: () => read('arrayBuffer'),
        blob: () => read('blob'),
      } as Response
    },
  },
]
