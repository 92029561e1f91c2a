import type { HttpHandler } from 'msw'
import { createSceyt } from 'sceyt-platform'
import { type PooledFetch, pooledFetch } from 'sceyt-platform/node'
import { createSandbox } from 'sceyt-platform/sandbox'
import { handlers } from 'sceyt-platform/sandbox/msw'

export const list: HttpHandler[] = handlers(createSandbox())
export const fetch: PooledFetch = pooledFetch({ connections: 2 })
export const sceyt = createSceyt({ fetch })
