import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** A link or an image, or code, in which nothing is a link. */
const linkOrCode =
  /(?<image>!?)\[(?<label>(?:`[^`]*`|!\[[^\]]*\]\([^)]*\)|[^[\]`])*)\]\((?<path>[^)#\s]*)(?<anchor>#[^)\s]*)?\)|^(?<indent> *)(?<fence>```+)[\s\S]*?^\k<indent>\k<fence>|(?<ticks>`+)[^`][\s\S]*?\k<ticks>/gm

/** A text of the repository, with links to files of the repository. */
export interface SourceText {
  /** Path in the repository: `guides/first-call.md`. */
  source: string
  /** Path of the page that it becomes, from the root of all pages. */
  file: string
  text: string
}

/**
 * Returns the text with links to pages in place of links to files. A file without a page is no link: only its label stays.
 *
 * @param pageOf - Returns the path of a file's page, or of a copy of an image.
 * @throws {Error} if a link leads to a file that does not exist.
 */
export function relink(
  { source, file, text }: SourceText,
  pageOf: (target: string, isImage: boolean) => string | undefined,
): string {
  return text.replace(linkOrCode, (link: string, ...rest) => {
    const { image, label = '', path, anchor = '' } = rest.at(-1) as Record<string, string | undefined>
    if (path === undefined || path === '' || /^[a-z]+:/.test(path)) return link
    const target = posix.join(posix.dirname(source), path).replace(/\/$/, '')
    const page = pageOf(target, image === '!') ?? pageOf(`${target}/README.md`, false)
    if (page !== undefined) return `${image}[${label}](${relative(file, page)}${anchor})`
    if (!existsSync(`${root}${target}`)) throw new Error(`${source}: ${target} does not exist.`)
    return label
  })
}

/** Returns the link from a page to another. */
export function relative(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to)
}
