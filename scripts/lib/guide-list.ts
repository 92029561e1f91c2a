import { readFile } from 'node:fs/promises'

const root = new URL('../../', import.meta.url)

export interface GuideGroup {
  title: string
  guides: { title: string; file: string; description: string }[]
}

/**
 * Reads the order of the guides: the groups of guides/README.md.
 *
 * @throws {Error} if a line of the list is not `- [Title](file.md): description.`
 */
export async function readGuideList(): Promise<GuideGroup[]> {
  const text = await readFile(new URL('guides/README.md', root), 'utf8')
  const [, ...groups] = text.split(/^## /m)
  return groups.map((group) => {
    const [title = '', ...lines] = group.split('\n')
    const guides = lines
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [, name, file, description] = /^- \[(.+)\]\(([^)/]+\.md)\): (.+)$/.exec(line) ?? []
        if (!name || !file || !description)
          throw new Error(`guides/README.md: expected "- [Title](file.md): description.", got "${line}"`)
        return { title: name, file, description }
      })
    return { title: title.trim(), guides }
  })
}
