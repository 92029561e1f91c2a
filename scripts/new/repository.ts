import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { marker } from '../lint/rules/filled-in.js'

const run = promisify(execFile)
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

/** The files that describe endpoints, with changes that are not written yet. */
export class Repository {
  readonly #root: string
  readonly #texts: Map<string, string>
  readonly #original: ReadonlyMap<string, string>

  private constructor(root: string, texts: Map<string, string>) {
    this.#root = root
    this.#texts = texts
    this.#original = new Map(texts)
  }

  static async read(root: string): Promise<Repository> {
    const folders = ['openapi/paths', 'openapi/components', 'src', 'test/sandbox']
    const listed = await Promise.all(
      folders.map(async (folder) => {
        const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
        return entries
          .filter((entry) => entry.isFile())
          .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      }),
    )
    const files = ['openapi/openapi.yaml', 'test/document/document.test.ts', 'CHANGELOG.md', ...listed.flat().sort()]
    const texts = await Promise.all(
      files.map(async (file) => [file, await readFile(join(root, file), 'utf8')] as const),
    )
    return new Repository(root, new Map(texts))
  }

  has(file: string): boolean {
    return this.#texts.has(file)
  }

  text(file: string): string {
    const text = this.#texts.get(file)
    if (text === undefined) throw new Error(`${file} does not exist.`)
    return text
  }

  /** Returns the files of a folder, and those below it. */
  in(folder: string): string[] {
    return [...this.#texts.keys()].filter((file) => file.startsWith(`${folder}/`))
  }

  set(file: string, text: string): void {
    this.#texts.set(file, text)
  }

  get added(): string[] {
    return [...this.#texts.keys()].filter((file) => !this.#original.has(file)).sort()
  }

  get changed(): string[] {
    return [...this.#original.keys()].filter((file) => this.text(file) !== this.#original.get(file)).sort()
  }

  /** Writes all changes, and formats the TypeScript among them. */
  async write(): Promise<void> {
    const files = [...this.added, ...this.changed]
    for (const file of files) {
      await mkdir(dirname(join(this.#root, file)), { recursive: true })
      await writeFile(join(this.#root, file), this.text(file))
    }
    const code = files.filter((file) => file.endsWith('.ts'))
    await run(process.execPath, [biome, 'check', '--write', ...code], { cwd: this.#root })
    for (const file of code) this.#texts.set(file, await readFile(join(this.#root, file), 'utf8'))
  }

  /** Prints the added files, and the lines that the others get. */
  printChanges(): string {
    const changes = [...this.added, ...this.changed].map((file) => {
      const before = (this.#original.get(file) ?? '').split('\n')
      const added = this.text(file)
        .trimEnd()
        .split('\n')
        .filter((line) => {
          const at = before.slice(0, 2).indexOf(line)
          before.splice(0, at + 1)
          return at < 0
        })
      return `${file}\n${added.map((line) => `+ ${line}\n`).join('')}`
    })
    return changes.join('\n')
  }

  /** Lists the lines with a marker, such as `src/a.ts:7  what changes`. */
  toFillIn(): string[] {
    return [...this.added, ...this.changed].flatMap((file) =>
      this.text(file)
        .split('\n')
        .flatMap((line, index) => (line.includes(marker) ? [`${file}:${index + 1}  ${line.trim()}`] : [])),
    )
  }

  /** Returns the number of the first line with a text. */
  lineOf(file: string, text: string): number {
    return (
      this.text(file)
        .split('\n')
        .findIndex((line) => line.includes(text)) + 1
    )
  }
}
