import { readFile } from 'node:fs/promises'

const root = new URL('../../', import.meta.url)
/** The folder of the cookbook. */
export const cookbook = 'examples/cookbook'

/** A program of the cookbook. */
export interface Recipe {
  /** Name of its file without `.ts`. */
  name: string
  title: string
  source: string
  /** Its page, as Markdown. */
  text: string
}

/** Reads the programs that the table of the cookbook lists. */
export async function readRecipes(): Promise<Recipe[]> {
  const text = await readFile(new URL(`${cookbook}/README.md`, root), 'utf8')
  const rows = [...text.matchAll(/^\| (?:to )?(.+?) +\| \[.+?\]\((.+?)\.ts\)/gm)]
  if (rows.length === 0) throw new Error('The cookbook lists no program.')
  return Promise.all(
    rows.map(async ([, wish = '', name = '']) => {
      const source = `${cookbook}/${name}.ts`
      const title = wish.charAt(0).toUpperCase() + wish.slice(1)
      const code = await readFile(new URL(source, root), 'utf8')
      return {
        name,
        title,
        source,
        text: `# ${title}\n\n\`${name}.ts\`, one of the programs of [the cookbook](README.md), which states how to run it.\n\n\`\`\`ts\n${code.trim()}\n\`\`\`\n`,
      }
    }),
  )
}
