import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../samples/examples.js'

/** Guides whose programs another test compiles and runs, with what they need: packages of its own, or a server. */
export const testedElsewhere: Readonly<Record<string, string>> = {
  'observing.md': 'test/observing/guide.test.ts',
  'moving-from-stream.md': 'test/guides/moving.test.ts',
  'moving-from-sendbird.md': 'test/guides/moving.test.ts',
  'record-and-replay.md': 'test/record/guide.test.ts',
}

/** A block of code in a guide. */
export interface Fence {
  /** File name of the guide. */
  guide: string
  /** Line of the first line of code in the guide, from 1. */
  line: number
  language: string
  code: string
  /** What it prints, if it says so: the comment after each `console.log()`. */
  prints: string[]
}

/** Returns the file names of all guides, without the list of them. */
export async function guideFiles(): Promise<string[]> {
  const files = await readdir(join(root, 'guides'))
  return files.filter((file) => file.endsWith('.md') && file !== 'README.md').sort()
}

export function readGuide(file: string): Promise<string> {
  return readFile(join(root, 'guides', file), 'utf8')
}

/** Returns the blocks of code of all guides, in the languages named. */
export async function readFences(...languages: string[]): Promise<Fence[]> {
  const guides = await guideFiles()
  const texts = await Promise.all(guides.map(readGuide))
  return guides
    .flatMap((guide, index) => fencesIn(guide, texts[index] as string))
    .filter(({ language }) => languages.includes(language))
}

/** Returns the lines that a block needs before it if it uses `sceyt` without creating it, as `guides/README.md` says. */
export async function readPrelude(): Promise<string> {
  const [block] = fencesIn('README.md', await readGuide('README.md')).filter(({ language }) => language === 'ts')
  return block?.code ?? ''
}

/** Returns a block as a module, with nothing added but the prelude where it is needed: a reader has no more either. */
export function toProgram({ code }: Pick<Fence, 'code'>, prelude: string): string {
  const lacksClient = /\bsceyt\./.test(code) && !/\bconst sceyt\b/.test(code)
  return `${lacksClient ? prelude : ''}${code}\nexport {}\n`
}

/** Returns the blocks of code in a text of Markdown. */
export function fencesIn(guide: string, text: string): Fence[] {
  return [...text.matchAll(/^( *)```(\w*)\n(.*?)^ *```$/gms)].map((match) => {
    const [, indent = '', language = '', lines = ''] = match
    const code = lines.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
    const prints = [...code.matchAll(/console\.log\(.*\),? \/\/ (.+)/g)].map(([, printed = '']) => printed)
    return { guide, line: text.slice(0, match.index).split('\n').length + 1, language, code, prints }
  })
}
