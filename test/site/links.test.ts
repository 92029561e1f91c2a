import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { checkLinks } from '../../scripts/site/check-links.js'
import { linkPages } from '../../scripts/site/link-pages.js'

const test = base.extend<{ check: (files: Record<string, string>) => Promise<string> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from the pattern.
  check: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'sceyt-links-'))
    await use(async (files) => {
      for (const [file, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, file)), { recursive: true })
        await writeFile(join(folder, file), text)
      }
      return checkLinks(folder)
    })
    await rm(folder, { recursive: true })
  },
})

describe('the links of the built site', () => {
  const page = '<h1 id="top">A page</h1>'

  test('may lead to a page, to a heading and to another host', async ({ check }) => {
    const home = '<a href="guides/page.html#top"></a><a href="./guides/"></a><a href="https://example.com/x"></a>'
    const result = check({ 'index.html': home, 'guides/page.html': page, 'guides/index.html': '<a href="../"></a>' })
    await expect(result).resolves.toContain(': 3 pages, 3 files')
  })

  test.for([
    ['guides/other.html', 'guides/other.html'],
    ['guides/page.html#other', 'guides/page.html#other'],
    ['#other', 'index.html#other'],
  ] as const)('may not lead nowhere: %s', async ([link, named], { check }) => {
    const files = { 'index.html': `<a class="link" href="${link}"></a>`, 'guides/page.html': page }
    await expect(check(files)).rejects.toThrow(`These links lead nowhere:\nindex.html: ${named}`)
  })
})

describe('the links of a source', () => {
  const linksOf = (text: string) => {
    const security = { source: 'SECURITY.md', file: 'security.md', title: 'Security', text: '' }
    const recipes = { source: 'examples/cookbook/README.md', file: 'cookbook/index.md', title: 'Cookbook', text: '' }
    return linkPages([{ source: 'guides/x.md', file: 'guides/x.md', title: 'X', text }, security, recipes]).pages[0]
      ?.text
  }

  test.for([
    ['to a page', '[a](../SECURITY.md#b)', '[a](../security.md#b)'],
    ['to the folder of a page', '[a](../examples/cookbook/)', '[a](../cookbook/index.md)'],
    ['within the page', '[a](#b)', '[a](#b)'],
    ['to another host', '[a](https://example.com)', '[a](https://example.com)'],
    ['to what is written', '[a](../generated/openapi.json)', '[a](../openapi.json)'],
    ['to a file that the site does not have', 'See [`index.ts`](../src/index.ts).', 'See `index.ts`.'],
    ['in code', '`[a](../b.md)` and\n\n```md\n[a](../b.md)\n```', '`[a](../b.md)` and\n\n```md\n[a](../b.md)\n```'],
    ['in code of a list', '- a\n\n  ```md\n  [a](../b.md)\n  ```', '- a\n\n  ```md\n  [a](../b.md)\n  ```'],
  ] as const)('%s', ([, text, expected]) => {
    expect(linksOf(text)).toBe(expected)
  })

  test('to a file that does not exist are an error', () => {
    expect(() => linksOf('[a](../src/nothing.ts)')).toThrow('guides/x.md: src/nothing.ts does not exist.')
  })
})
