import { describe, expect, it } from 'vitest'
import { accessOf } from '../../src/sandbox/node/access.js'
import { sendRaw, serveSandbox } from './served.js'

type Fields = Readonly<Record<string, string>>

function access(host: string, headers: Fields): [controls: boolean, keys: boolean] {
  const { controls, keys } = accessOf({ host, header: (name) => headers[name] })
  return [controls, keys]
}

/** Hosts that a request may be sent to, and whether each always means this machine. */
const hosts: [host: string, isLocal: boolean][] = [
  ['127.0.0.1:4010', true],
  ['127.0.0.1', true],
  ['127.1.2.3:80', true],
  ['localhost', true],
  ['localhost:4010', true],
  ['LOCALHOST:4010', true],
  ['[::1]', true],
  ['[::1]:4010', true],
  ['', false],
  ['localhost.', false],
  ['app.localhost:4010', false],
  ['evil.example', false],
  ['evil.example:4010', false],
  ['localhost.evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['127.0.0.1@evil.example', false],
  ['evil.example@127.0.0.1', false],
  ['127.0.0.1, evil.example', false],
  ['0.0.0.0:4010', false],
  ['192.168.1.5:4010', false],
  ['[::ffff:127.0.0.1]', false],
  ['[::]:4010', false],
]

/** What `Origin` a request to a host may have, and whether each is that of this server. */
const origins: [origin: (host: string) => string | undefined, isOwn: boolean][] = [
  [() => undefined, true],
  [(host) => `http://${host.toLowerCase()}`, true],
  [() => '', false],
  [() => 'null', false],
  [() => 'https://evil.example', false],
  [() => 'http://localhost:1', false],
  [(host) => `https://${host.toLowerCase()}`, false],
  [(host) => `http://${host.toLowerCase()}1`, false],
  [(host) => `http://${host.toLowerCase()}, https://evil.example`, false],
]

/** What fetch metadata a request may have, and what the sender may do if the rest allows it. */
const metadata: [fields: Fields, controls: boolean, keys: boolean][] = [
  [{}, true, true],
  [{ 'sec-fetch-mode': 'cors' }, true, true],
  [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, true, true],
  [{ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, true, true],
  [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, false, false],
  [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, false, false],
  [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }, false, false],
  [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, false, false],
  [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, false, false],
  [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, false, true],
  [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, false, true],
  [{ 'sec-fetch-site': '' }, false, false],
  [{ 'sec-fetch-site': 'None' }, false, false],
  [{ 'sec-fetch-site': 'none, cross-site' }, false, false],
]

describe('the access of a request', () => {
  it.each(hosts)('to the host %j, whatever its origin and its fetch metadata', (host, isLocal) => {
    for (const [toOrigin, isOwn] of origins) {
      for (const [fields, controls, keys] of metadata) {
        const origin = toOrigin(host)
        const headers = origin === undefined ? fields : { ...fields, origin }
        const isAllowed = isLocal && isOwn
        expect(access(host, headers), JSON.stringify(headers)).toEqual([isAllowed && controls, isAllowed && keys])
      }
    }
  })
})

describe('the server', () => {
  const send = async (target: string, headers: Fields) => {
    const { server, sandbox } = await serveSandbox()
    const fields = Object.entries({ Host: '127.0.0.1', ...headers })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')
    const response = await sendRaw(
      server,
      `${target} HTTP/1.1\r\n${fields}Connection: close\r\nContent-Length: 0\r\n\r\n`,
    )
    return { response, users: sandbox.snapshot().apps['sandbox']?.users?.length }
  }
  const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }

  it.each(['cross-site', 'same-site'])('refuses the controls to a %s page without an origin', async (site) => {
    for (const target of ['GET /_sandbox', 'GET /_sandbox/snapshot', 'GET /_sandbox/events', 'POST /_sandbox/reset'])
      expect((await send(target, { ...link, 'Sec-Fetch-Site': site })).response, target).toMatch(/^HTTP\/1\.1 403 /)
  })

  it.each(['same-origin', 'none'])('allows the controls to a %s request', async (site) => {
    expect((await send('POST /_sandbox/reset', { 'Sec-Fetch-Site': site })).response).toMatch(/^HTTP\/1\.1 204 /)
  })

  it('shows its pages with the key to a user who follows a link, and without it to a script', async () => {
    for (const target of ['GET /', 'GET /docs']) {
      expect((await send(target, link)).response, target).toContain('sandbox-key')
      for (const headers of [
        { ...link, 'Sec-Fetch-Dest': 'iframe' },
        { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' },
        { Origin: 'http://localhost:5173' },
      ]) {
        const { response } = await send(target, headers)
        expect(response).toMatch(/^HTTP\/1\.1 200 /)
        expect(response).not.toContain('sandbox-key')
      }
    }
  })

  it.each([
    ['GET http://127.0.0.1:4010/_sandbox', 'evil.example', 200],
    ['GET HTTP://LOCALHOST/_sandbox', 'evil.example', 200],
    ['GET http://[::1]:4010/_sandbox', 'evil.example', 200],
    ['GET http://evil.example/_sandbox', '127.0.0.1', 403],
    ['GET http://user@127.0.0.1/_sandbox', '127.0.0.1', 403],
    ['GET http://127.0.0.1@evil.example/_sandbox', '127.0.0.1', 403],
  ])('reads the host of %s, sent with the Host %s, from its target', async (target, host, status) => {
    expect((await send(target, { Host: host })).response).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    const page = await send(target.replace('/_sandbox', '/'), { Host: host })
    expect(page.response.includes('sandbox-key')).toBe(status === 200)
  })
})
