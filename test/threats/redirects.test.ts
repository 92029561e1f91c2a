import { describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt, type RedirectError } from '../../src/index.js'
import { transports } from '../faults/calls.js'
import { good, serve } from '../faults/servers.js'
import { apiKey, failure, observe } from '../lib/fetches.js'

const every = Array.from({ length: 100 }, (_status, index) => 300 + index)
const locations: [kind: string, header: string][] = [
  ['of no place', ''],
  ['of a script', 'Location: javascript:alert(1)\r\n'],
  ['of data', 'Location: data:text/html,<script>alert(1)</script>\r\n'],
  ['of a file', 'Location: file:///etc/passwd\r\n'],
  ['of another scheme', 'Location: ftp://127.0.0.1/\r\n'],
  ['that is empty', 'Location: \r\n'],
  ['that is no address', 'Location: http://[\r\n'],
  ['in two headers', 'Location: /a\r\nLocation: /b\r\n'],
  ['with the key in it', `Location: /other?key=${apiKey}\r\n`],
  ['with the key in its path', `Location: /${encodeURIComponent(apiKey)}/x\r\n`],
  ['of 15,000 characters', `Location: /${'x'.repeat(15_000)}\r\n`],
  ['in bytes that are no ASCII', 'Location: /Ã©\u00ff\r\n'],
]

describe.each(transports)('over %s', (_name, open) => {
  async function redirected(status: number, header: string): Promise<{ errors: unknown[]; asked: number }> {
    const server = await serve((socket) =>
      socket.write(Buffer.from(`HTTP/1.1 ${status} Moved\r\n${header}Content-Length: 0\r\n\r\n`, 'latin1')),
    )
    const { fetch = globalThis.fetch, close } = open()
    onTestFinished(async () => {
      server.close()
      await close?.()
    })
    const sceyt = createSceyt({ baseUrl: server.origin, apiKey, fetch, maxRetries: 0 })
    const errors = [await failure(sceyt.users.get('zoe')), await failure(sceyt.users.create({ username: 'zoe' }))]
    return { errors, asked: server.begun() }
  }

  it.each(locations)('a redirect %s is an error that holds no key, after one request', async (_kind, header) => {
    const { errors, asked } = await redirected(302, header)
    for (const error of errors) {
      expect(error).toMatchObject({ name: 'RedirectError', status: 302, attempts: 1 })
      expect(`${(error as RedirectError).message} ${(error as RedirectError).location}`).not.toContain(apiKey)
    }
    expect(asked).toBe(2)
  })

  it('no status of a redirect is followed', async () => {
    const elsewhere = await serve(good)
    onTestFinished(() => elsewhere.close())
    for (const status of every) {
      const { errors, asked } = await redirected(status, `Location: ${elsewhere.origin}/users/zoe\r\n`)
      expect(errors, String(status)).toMatchObject(
        Array(2).fill({ name: 'RedirectError', status, location: `${elsewhere.origin}/users/zoe` }),
      )
      expect(asked).toBe(2)
    }
    expect(elsewhere.begun()).toBe(0)
  })

  it('a Location with a line break in it breaks the answer, not the client', async () => {
    const { errors } = await redirected(302, 'Location: /a\rX-Evil: 1\r\n')
    for (const error of errors) expect(['ConnectionError', 'RedirectError']).toContain((error as Error).name)
  })
})

it('what a worker or browser hides of a redirect is no way around', async () => {
  const { sceyt, sent } = observe(async () =>
    Object.defineProperties(new Response(), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
      ok: { value: false },
    }),
  )
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'RedirectError', status: 0, location: null })
  expect(sent).toHaveLength(1)
})
