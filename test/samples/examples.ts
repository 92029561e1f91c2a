import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** One `@example` of a comment. */
export interface Example {
  /** Path of the source, from the root of the repository. */
  source: string
  /** The declaration below the comment. */
  name: string
  /** The code as a reader sees it. */
  code: string
  /** What it prints, if it says so: the comment after each `console.log()`. */
  prints: string[]
}

/** Every `@example` in the sources and in the generated resources, in order. */
export async function readExamples(): Promise<Example[]> {
  const sources = (await Promise.all(['src', 'generated/resources'].map(typescriptFiles))).flat()
  const texts = await Promise.all(sources.map((source) => readFile(join(root, source), 'utf8')))
  return sources.flatMap((source, index) => examplesIn(source, texts[index] as string))
}

/** The examples in the comments of one source. */
export function examplesIn(source: string, text: string): Example[] {
  return [...text.matchAll(/\/\*\*(.*?)\*\/\s*([^\n]*)/gs)].flatMap(([, comment = '', declaration = '']) =>
    [...comment.matchAll(/@example[^\n]*\n *\* ```ts\n(.*?) *\* ```/gs)].map(([, lines = '']) => {
      const code = lines.replaceAll(/^ *\* ?/gm, '').replaceAll('*\\/', '*/')
      const prints = [...code.matchAll(/console\.log\(.*\) \/\/ (.+)/g)].map(([, printed = '']) => printed)
      return { source, name: nameOf(declaration), code, prints }
    }),
  )
}

/**
 * An example as a module: with the imports, the client and the sandbox that its reader has already.
 * What it imports or declares itself is left alone.
 */
export function toModule({ code }: Pick<Example, 'code'>): string {
  const uses = (name: string) => new RegExp(`(?<!(?<!\\.\\.)\\.)(?<![\\w'/])${name}\\b`).test(code)
  const declares = (name: string) => new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from|const ${name}\\b`).test(code)
  const lacks = (name: string) => uses(name) && !declares(name)
  const lines: string[] = []
  const names = ['createSceyt', 'where'].filter((name) => lacks(name) || (name === 'createSceyt' && lacks('sceyt')))
  if (names.length > 0) lines.push(`import { ${names.join(', ')} } from 'sceyt-platform'`)
  if (lacks('sandbox')) {
    if (!declares('createSandbox')) lines.push("import { createSandbox } from 'sceyt-platform/sandbox'")
    lines.push('const sandbox = createSandbox()')
  }
  if (lacks('sceyt')) lines.push('const sceyt = createSceyt()')
  return `${[...lines, code].join('\n')}\nexport {}\n`
}

async function typescriptFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function nameOf(declaration: string): string {
  const words = declaration.replace(
    /^((export|default|async|static|override|readonly|get|function|class|interface|const|type)\b *|\* *)*/,
    '',
  )
  return /^\[?[\w.]+\]?/.exec(words)?.[0] ?? declaration
}
