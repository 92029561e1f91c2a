import { createRequire } from 'node:module'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { type DocumentFacts, readFacts } from '../../src/doctor/document-facts.js'
import { examine } from '../../src/doctor/examine.js'
import { checked, type Finding } from '../../src/doctor/finding.js'
import { printReport } from '../../src/doctor/print-report.js'
import { escapeText, showText } from '../../src/doctor/show-text.js'
import type { Fetch } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { pair } from '../token/pair.js'

interface Renderer {
  render(markdown: string): string
}

// TypeDoc brings a renderer of Markdown with tables. Links of bare addresses and HTML are on, as on GitHub.
const typedoc = createRequire(import.meta.url).resolve('typedoc')
const createRenderer = createRequire(typedoc)('markdown-it') as (options: object) => Renderer
const renderer = createRenderer({ html: true, linkify: true })

const key = { header: 'Platform-Api-Key', value: 'k3y|that`must\\never-be-seen' }
let facts: DocumentFacts

beforeAll(async () => {
  facts = await readFacts()
})

const context = { server: 's.example', client: 'c', accepted: true, requests: 1, writes: [] }

/** Names of fields, headers and addresses that would do something in Markdown, HTML or a terminal. */
const pieces = [
  '![](http://evil.example/a.png)',
  '[click](javascript:alert(1))',
  '[a]: http://evil.example',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</td></tr></table>',
  '<!--',
  '<https://evil.example>',
  'https://evil.example',
  'www.evil.example',
  'zoe@evil.example',
  '@octocat',
  '#1',
  'GH-1',
  'octocat/repo#1',
  '`',
  '``',
  '```\n',
  '~~~',
  '|',
  '\\|',
  '\\',
  '\\`',
  '**',
  '__',
  '_a_',
  '~~a~~',
  '$x$',
  ':smile:',
  '&lt;img&gt;',
  '&#x60;',
  '\n\n# title\n',
  '\r\n| a | b |\n|---|---|',
  '\n- [ ] task',
  '\n> quote',
  '\u001b[31m',
  '\u001b]8;;http://evil.example\u0007x\u001b]8;;\u0007',
  '\u009b2J',
  '\u0007',
  '\b\b\b',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\u00ad',
  '\u{e0041}',
  '\ud800',
  '\u0301\u0301\u0301',
  'שלום',
  '',
  ' ',
  '/',
  '~',
  '*',
  'a',
  '_',
  '7',
  '__proto__',
]
const hostileText = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))

/** Expects a report in which nothing but the doctor's own structure is alive. */
function expectInert(report: string, rows: number): void {
  expect(report).toMatch(/^[ -~\n…]*$/)
  const html = renderer.render(report)
  const tags = new Set(
    [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)].map(([, name, attributes]) => `${name}${attributes}`),
  )
  const own = ['h1', 'h2', 'p', 'strong', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'code', 'ul', 'li']
  expect([...tags].filter((tag) => !own.includes(tag))).toEqual([])
  expect(html.match(/<tr>/g)).toHaveLength(rows)
  expect(html.match(/<t[hd]>/g)).toHaveLength(rows * 4)
}

it('a report shows any text of a server as plain words or as code', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 5 }), (texts) => {
      const findings = texts.map((text) =>
        checked({ fact: 'GET /users: undocumented fields', mark: 'observed', expected: 'none' }, false, showText(text)),
      )
      expectInert(printReport(findings, context), texts.length + 1)
    }),
    { numRuns: 500 },
  )
})

it('a report shows text of a server in full, up to a length', () => {
  expect(showText('/users/*/first_name')).toBe('/users/*/first_name')
  expect(showText('/a b')).toBe('`/a b`')
  expect(showText('/`|\\\n')).toBe('`/\\u{60}\\u{7c}\\u{5c}\\u{a}`')
  expect(showText(`/${'a'.repeat(400)}`)).toHaveLength(303)
  expect(escapeText('\u001b[31m\u202e')).toBe('\\u{1b}[31m\\u{202e}')
})

/** Examines a server that is the sandbox, except for a change of its responses. */
async function examineServer(change: (response: Response, url: URL) => Promise<Response>): Promise<Finding[]> {
  const sandbox = createSandbox({
    apps: [{ appId: 'app', apiKey: key.value, privateKey: pair.privateKey }],
    seed: demo,
  })
  const connection = sandbox.connection()
  const fetch: Fetch = async (url, init) => change(await connection.fetch(url, init), new URL(url))
  return (await examine(facts, { ...connection, fetch, maxRetries: 0 }, key)).findings
}

it('the names of fields are inert, in bodies and in errors, and no key is in them', async () => {
  const runs = fc.sample(fc.array(hostileText, { minLength: 6, maxLength: 6 }), { numRuns: 10, seed: 7 })
  for (const names of [...runs, [key.value, `${key.value}\n`, encodeURIComponent(key.value), 'a`b'.repeat(2000)]]) {
    const findings = await examineServer(async (response, { pathname }) => {
      if (pathname.includes('/storage')) return response
      const json = await response.json()
      const extra = Object.fromEntries(names.map((name) => [name, 1]))
      return Response.json(Array.isArray(json) ? json : { ...json, ...extra }, { status: response.status })
    })
    const differing = findings.filter(({ verdict }) => verdict === 'differs')
    expect(differing.length).toBeGreaterThan(5)
    const report = printReport(differing, context)
    expectInert(report, differing.length + 1)
    expect(report).not.toContain('never-be-seen')
  }
})

it('the address of a redirect is inert', async () => {
  const location = 'https://evil.example/<img>![](x)|`@zoe'
  const findings = await examineServer(async (response, { pathname }) =>
    pathname.endsWith('/roles') ? new Response(null, { status: 302, headers: { location } }) : response,
  )
  const differing = findings.filter(({ verdict }) => verdict === 'differs')
  expect(differing.map(({ fact }) => fact)).toContain('GET /roles')
  expectInert(printReport(differing, context), differing.length + 1)
})

it('the reason why a server could not be examined is one line without control characters', async () => {
  const fetch: Fetch = () => Promise.reject(new Error('\u001b[2J\n\u202eno route'))
  const options = { baseUrl: 'https://api.example.com', apiKey: key.value, maxRetries: 0, fetch }
  await expect(examine(facts, options, key)).rejects.toThrow(/^[ -~]*no route[ -~]*$/)
})
