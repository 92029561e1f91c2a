import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { named } from '../sandbox/open.js'
import { sendRaw, serveSandbox } from '../sandbox/served.js'

const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'+alert(1)+'",
  '</script><script>alert(1)//',
  '&lt;script&gt;',
  '{{7*7}}',
  '\u2028alert(1)',
]
const key = { 'Platform-Api-Key': 'sandbox-key' }

/** The data of the studio, as a browser finds it: up to the first end of the element. */
const bootScript = /<script type="application\/json" id="boot">(.*?)<\/script/is

function bootDataOf(page: string): unknown {
  const [, json = ''] = bootScript.exec(page) ?? []
  return JSON.parse(json)
}

describe('the pages of the sandbox', () => {
  it('contain no names from requests', async () => {
    const { get, sceyt, server } = await serveSandbox({})
    const [before, docs] = await Promise.all(['/', '/docs'].map(async (path) => (await get(path)).text()))
    for (const name of markup) {
      await sceyt.users.create({ username: name, first_name: name })
      await sceyt.files.upload(new File([name], name))
      await get(`/${encodeURIComponent(name)}?${encodeURIComponent(name)}`)
      await sendRaw(
        server,
        `GET /v1/sandbox/users?${name.replace(/[^!-~]/g, '')} HTTP/1.1\r\nHost: localhost\r\nPlatform-Api-Key: ${name.replace(/[^!-~]/g, '')}\r\nConnection: close\r\n\r\n`,
      )
    }
    expect(await (await get('/')).text()).toBe(before)
    expect(await (await get('/docs')).text()).toBe(docs)
    for (const path of ['/docs/', '/docs']) {
      const response = await get(`${path}/${encodeURIComponent('<script>alert(1)</script>')}`)
      expect([response.status, (await response.text()).includes('alert')]).toEqual([404, false])
    }
  })

  it('show keys, and the host of the request, as text', async () => {
    for (const apiKey of markup.filter((text) => /^[!-~]*[<>'][!-~]*$/.test(text))) {
      const { get, server } = await serveSandbox({ apps: [{ appId: 'sandbox', apiKey }] })
      for (const path of ['/', '/docs']) {
        const page = await (await get(path)).text()
        expect(page.replace(bootScript, '')).not.toContain(apiKey)
        expect(page.match(/<script/g)?.length).toBe(path === '/' ? 2 : 3)
        if (path === '/') expect(bootDataOf(page)).toMatchObject({ apps: [{ apiKey }] })
      }
      const rebound = await sendRaw(
        server,
        'GET / HTTP/1.1\r\nHost: x"><script>alert(1)</script>\r\nConnection: close\r\n\r\n',
      )
      expect(rebound).not.toContain('alert(1)')
    }
  })

  it.each(['<b>', 'a"b', "a'b", 'a b', 'a&b', 'a>b'])(
    'cannot show the application %j, since its id is invalid',
    (appId) => {
      expect(() => createSandbox({ apps: [{ appId, apiKey: 'key' }] })).toThrow(
        'appId must be letters, digits and -._~',
      )
    },
  )

  it('cannot be framed, and turn off type sniffing', async () => {
    const { get } = await serveSandbox()
    for (const path of ['/', '/docs', '/docs/nothing', '/docs/swagger-ui.css', '/openapi.json']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy'), path).toMatch(
        /^default-src 'none'.*connect-src 'self'.*frame-ancestors 'none'/,
      )
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('access-control-allow-origin'), path).toBe(path === '/openapi.json' ? '*' : null)
    }
  })

  it('show no key where others can reach the sandbox', async () => {
    const server = await listen(createSandbox(), { control: false })
    const page = await (await fetch(server.origin)).text()
    await server.close()
    expect(page).not.toContain('sandbox-key')
    expect(page).toContain('is off, since other machines can reach this server')
  })
})

describe('a response of the sandbox', () => {
  it('is one response, whatever names it contains', async () => {
    const { get, sceyt, server } = await serveSandbox()
    for (const name of ['a\r\nX-Evil: 1', 'a\r\n\r\n<script>', '"; filename=x.html', 'a\n\nb', 'Երևան']) {
      await sceyt.users.create({ username: name })
      const file = await sceyt.files.upload(new File([name], name))
      const { pathname } = new URL(file.url)
      for (const path of [
        pathname,
        `/v1/sandbox/users/${encodeURIComponent(name)}`,
        `/v1/sandbox/users/x${encodeURIComponent(name)}`,
        `/v1/${encodeURIComponent(name)}/users`,
      ]) {
        const response = await sendRaw(
          server,
          `GET ${path} HTTP/1.1\r\nHost: localhost\r\nPlatform-Api-Key: sandbox-key\r\nConnection: close\r\n\r\n`,
        )
        const head = response.slice(0, response.indexOf('\r\n\r\n'))
        expect(head).toMatch(/^HTTP\/1\.1 (200|403|404) /)
        expect(head.split('\r\n').filter((line) => /evil|<script>|html|Երևան/i.test(line))).toEqual([])
      }
      const { headers } = await get(pathname, { headers: key })
      expect([
        headers.get('content-type'),
        headers.get('content-disposition'),
        headers.get('x-content-type-options'),
      ]).toEqual(['application/octet-stream', 'attachment', 'nosniff'])
    }
  })

  it('to a preflight repeats only valid header names', async () => {
    const { server } = await serveSandbox()
    for (const names of ['platform-api-key, content-type', '<script>', 'a: b', '\u0001', 'a\tb', 'Ã©']) {
      const response = await sendRaw(
        server,
        `OPTIONS /v1/sandbox/users HTTP/1.1\r\nHost: localhost\r\nAccess-Control-Request-Headers: ${names}\r\nConnection: close\r\n\r\n`,
      )
      expect(response).toMatch(/^HTTP\/1\.1 (204|400) /)
      expect(response.split('\r\n\r\n')[1]).toBe('')
    }
  })
})

/** Pages and hosts that may not use the controls, by the headers that a browser sends. */
const foreign: Record<string, string>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { Origin: 'http://localhost:1' },
  { Origin: 'http://127.0.0.1' },
  { Origin: 'https://127.0.0.1' },
  { Origin: '' },
  { Host: 'evil.example' },
  { Host: 'evil.example:4010' },
  { Host: '127.0.0.1.evil.example' },
  { Host: 'localhost.evil.example' },
  { Host: '127.0.0.1@evil.example' },
  { Host: '0.0.0.0' },
  { Host: '[::ffff:127.0.0.1]' },
  { Host: 'evil.example', Origin: 'http://evil.example' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' },
]

it.each(foreign)('the controls reject a page with %o, and change nothing', async (headers) => {
  const { server, sandbox } = await serveSandbox()
  sandbox.seed({ users: named('omar') })
  const fields = Object.entries({ Host: 'localhost', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  for (const [method, path] of [
    ['POST', '/reset'],
    ['PUT', '/snapshot'],
    ['GET', '/snapshot'],
    ['GET', '/requests'],
    ['GET', '/events'],
    ['GET', ''],
    ['OPTIONS', '/reset'],
  ]) {
    const response = await sendRaw(
      server,
      `${method} /_sandbox${path} HTTP/1.1\r\n${fields}Connection: close\r\nContent-Length: 0\r\n\r\n`,
    )
    expect(response, `${method} ${path}`).toMatch(/^HTTP\/1\.1 (400|403) /)
    expect(response.toLowerCase()).not.toContain('access-control')
  }
  expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(2)
})
