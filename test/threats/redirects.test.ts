import { describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt, type RedirectError } from '../../src/index.js'
import { transports } from '../faults/calls.js'
import { good, serveFault } from '../faults/servers.js'
import { apiKey, failure, recordingClient } from '../lib/fetches.js'

const every = Array.from({ length: 100 }, (_status, index) => 300 + index)
const locations: [kind: string, header: string][] = [
  ['without a Location', ''],
  ['to a script', 'Location: javascript:alert(1)\r\n'],
  ['to a data URL', 'Location: data:text/html,<script>alert(1)</script>\r\n'],
  ['to a file', 'Location: file:///etc/passwd\r\n'],
  ['to another scheme', 'Location: ftp://127.0.0.1/\r\n'],
  ['to an empty Location', 'Location: \r\n'],
  ['to an invalid URL', 'Location: http://[\r\n'],
  ['with two Location headers', 'Location: /a\r\nLocation: /b\r\n'],
  ['with the key in its query', `Location: /other?key=${apiKey}\r\n`],
  ['with the key in its path', `Location: /${encodeURIComponent(apiKey)}/x\r\n`],
  ['with 15,000 characters', `Location: /${'x'.repeat(15_000)}\r\n`],
  ['with bytes outside ASCII', 'Location: /Ã©\u00ff\r\n'],
]

describe.each(transports)('over %s', (_name, open) => {
  async function redirected(status: number, header: string): Promise<{ errors: unknown[]; requests: number }> {
    const server = await serveFault((socket) =>
      socket.write(Buffer.from(`HTTP/1.1 ${status} Moved\r\n${header}Content-Length: 0\r\n\r\n`, 'latin1')),
    )
    const { fetch = globalThis.fetch, close } = open()
    onTestFinished(async () => {
      server.close()
      await close?.()
    })
    const sceyt = createSceyt({ baseUrl: server.origin, apiKey, fetch, maxRetries: 0 })
    const errors = [await failure(sceyt.users.get('zoe')), await failure(sceyt.users.create({ username: 'zoe' }))]
    return { errors, requests: server.begun() }
  }

  it.each(locations)('a redirect %s is an error without the key, after one request', async (_kind, header) => {
    const { errors, requests } = await redirected(302, header)
    for (const error of errors) {
      expect(error).toMatchObject({ name: 'RedirectError', status: 302, attempts: 1 })
      expect(`${(error as RedirectError).message} ${(error as RedirectError).location}`).not.toContain(apiKey)
    }
    expect(requests).toBe(2)
  })

  it('no redirect status is followed', async () => {
    const elsewhere = await serveFault(good)
    onTestFinished(() => elsewhere.close())
    for (const status of every) {
      const { errors, requests } = await redirected(status, `Location: ${elsewhere.origin}/users/zoe\r\n`)
      expect(errors, String(status)).toMatchObject(
        Array(2).fill({ name: 'RedirectError', status, location: `${elsewhere.origin}/users/zoe` }),
      )
      expect(requests).toBe(2)
    }
    expect(elsewhere.begun()).toBe(0)
  })

  it('a Location with a line break breaks the response, not the client', async () => {
    const { errors } = await redirected(302, 'Location: /a\rX-Evil: 1\r\n')
    for (const error of errors) expect(['ConnectionError', 'RedirectError']).toContain((error as Error).name)
  })
})

it('an opaque redirect of a worker or a browser is not followed either', async () => {
  const { sceyt, sent } = recordingClient(async () =>
    Object.defineProperties(new Response(), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
      ok: { value: false },
    }),
  )
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'RedirectError', status: 0, location: null })
  expect(sent).toHaveLength(1)
})
