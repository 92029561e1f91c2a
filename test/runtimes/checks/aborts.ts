import type { Check } from '../check.js'
import { failureOf } from '../failure.js'
import { openScene } from '../scene.js'

export const aborts: readonly Check[] = [
  {
    name: 'a signal that is already aborted prevents the request',
    expected: { sameReason: true, seen: [] },
    async run(site) {
      const { sceyt, seen } = openScene(site, ['ok'])
      const reason = new Error('stop')
      const error = await failureOf(sceyt.users.get('zoe', { signal: AbortSignal.abort(reason) }))
      return { sameReason: error === reason, seen: await seen() }
    },
  },
  {
    name: 'a signal aborts the wait for headers, and the request',
    expected: { sameReason: true, ended: 1 },
    async run(site) {
      const { sceyt, begun, ended } = openScene(site, ['hang'])
      const { controller, reason } = createReason()
      const call = failureOf(sceyt.users.get('zoe', { signal: controller.signal }))
      await begun()
      controller.abort(reason)
      return { sameReason: (await call) === reason, ended: (await ended()).length }
    },
  },
  {
    name: 'a signal aborts the wait for the body, and the request',
    expected: { sameReason: true, ended: 1 },
    async run(site) {
      let resolveHeaders = () => {}
      const headersReceived = new Promise<void>((resolve) => {
        resolveHeaders = resolve
      })
      const { sceyt, ended } = openScene(site, ['stall'], {
        async fetch(url, init) {
          const response = await fetch(url, init)
          // The client reads the body one turn of the event loop later.
          setTimeout(resolveHeaders)
          return response
        },
      })
      const { controller, reason } = createReason()
      const call = failureOf(sceyt.users.get('zoe', { signal: controller.signal }))
      await headersReceived
      controller.abort(reason)
      return { sameReason: (await call) === reason, ended: (await ended()).length }
    },
  },
  {
    name: 'a signal aborts a stream that is being read, and the request',
    expected: { begun: true, sameReason: true, ended: 1 },
    async run(site) {
      const { sceyt, ended } = openScene(site, ['stall'])
      const { controller, reason } = createReason()
      const stream = (await sceyt.files.download('file', {
        as: 'stream',
        signal: controller.signal,
      })) as ReadableStream<Uint8Array>
      const reader = stream.getReader()
      const { value } = await reader.read()
      const next = failureOf(reader.read())
      controller.abort(reason)
      return { begun: (value?.length ?? 0) > 0, sameReason: (await next) === reason, ended: (await ended()).length }
    },
  },
]

function createReason(): { controller: AbortController; reason: Error } {
  return { controller: new AbortController(), reason: new Error('stop') }
}
