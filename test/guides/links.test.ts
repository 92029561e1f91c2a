import { access, readdir, readFile, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { readGuideList } from '../../scripts/lib/guide-list.js'
import { root } from '../samples/examples.js'
import { guideFiles, readGuide } from './guides.js'

const listed = (await readGuideList()).flatMap(({ guides }) => guides)
const files = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'bench/faults.md', 'bench/results.md'],
  ...(await markdownIn('guides')),
  ...(await readdir(join(root, 'examples'))).map((name) => `examples/${name}/README.md`),
]

describe('a link', () => {
  it.each(files)('in %s leads to a file that exists, and to a heading in it', async (file) => {
    const text = await readFile(join(root, file), 'utf8')
    const problems = await Promise.all(linksIn(text).map(async (link) => (await exists(link, file)) || link))
    expect(problems.filter((problem) => problem !== true)).toEqual([])
  })

  it('that leads nowhere is found', async () => {
    expect(linksIn('[a](b.md) `[c](d.md)` ![e](f.svg#g)\n```md\n[h](i.md)\n```\n[j](#k)')).toEqual([
      'b.md',
      'f.svg#g',
      '#k',
    ])
    expect(await exists('trust.md#the-doctor', 'guides/speed.md')).toBe(true)
    expect(await exists('trust.md#no-doctor', 'guides/speed.md')).toBe(false)
    expect(await exists('../guides', 'guides/speed.md')).toBe(true)
    expect(await exists('missing.md', 'guides/speed.md')).toBe(false)
    expect(headingsIn('# The `User-Agent`\n## A\n## A\n```sh\n# not one\n```')).toEqual(['the-user-agent', 'a', 'a-1'])
  })
})

describe('the list of guides', () => {
  it('names every guide once', async () => {
    expect(listed.map(({ file }) => file).sort()).toEqual(await guideFiles())
  })

  it('has the title of each', async () => {
    for (const { file, title } of listed) expect((await readGuide(file)).split('\n')[0], file).toBe(`# ${title}`)
  })

  it('describes each in one line', () => {
    for (const { description } of listed) expect(description).toMatch(/^[^.]+\.$/)
  })
})

describe('a guide', async () => {
  it.each(await guideFiles())('%s begins with one sentence, and is at most 180 lines long', async (file) => {
    const lines = (await readGuide(file)).split('\n')
    expect(lines[2]).toMatch(/^[A-Z].*\.$/)
    expect(lines[3]).toBe('')
    expect(lines.length - 1).toBeLessThanOrEqual(180)
  })

  it.each(await guideFiles())('%s has no table with long cells, unless a script writes it', async (file) => {
    const cells = (await readGuide(file))
      .replaceAll(/<!-- npm run .*?<!-- -->/gs, '')
      .split('\n')
      .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
      .flatMap((line) => line.split(/ *\| */))
    expect(cells.filter((cell) => cell.length > 100)).toEqual([])
  })
})

test('A program that a guide runs with tsx is an ES module in any project.', async () => {
  for (const file of await markdownIn('guides')) {
    const runs = [...(await readFile(join(root, file), 'utf8')).matchAll(/npx tsx (\S+?)[`\s]/g)]
    for (const [, name] of runs) expect(name, file).toMatch(/\.mts$/)
  }
})

test('README.md is shorter than 130 lines.', async () => {
  const text = await readFile(join(root, 'README.md'), 'utf8')
  expect(text.split('\n').length - 1).toBeLessThan(130)
})

async function markdownIn(folder: string): Promise<string[]> {
  return (await readdir(join(root, folder))).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`)
}

/** Returns the relative links of a text, but not those in code. */
function linksIn(text: string): string[] {
  const prose = text.replaceAll(/^ *```.*?^ *```$/gms, '').replaceAll(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, link = '']) => link)
}

async function exists(link: string, file: string): Promise<boolean> {
  const [path = '', anchor] = link.split('#')
  const target = join(root, path ? posix.join(posix.dirname(file), path) : file)
  try {
    await access(target)
    if (anchor === undefined) return true
    return (await stat(target)).isFile() && headingsIn(await readFile(target, 'utf8')).includes(anchor)
  } catch {
    return false
  }
}

/** Returns the anchors of the headings in a text, as GitHub makes them. */
function headingsIn(text: string): string[] {
  const counts = new Map<string, number>()
  return [...text.replaceAll(/^ *```.*?^ *```$/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => {
    const slug = title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-')
    const count = counts.get(slug) ?? 0
    counts.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}
