import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { endpointsOf, readDocument } from '../document.js'
import { readGuides } from './markdown/guides.js'
import { llmsList } from './markdown/llms.js'
import { operationFile } from './markdown/operation-file.js'
import { operationPage } from './markdown/operation-page.js'

/**
 * Writes each operation and each guide as Markdown, and llms.txt, which lists them.
 *
 * @returns The path of the list, and the number of pages.
 */
export async function buildTextPages(target: string): Promise<string> {
  const document = await readDocument()
  const guides = await readGuides(document)
  const pages: Record<string, string> = { 'llms.txt': llmsList(document, guides) }
  for (const endpoint of endpointsOf(document))
    pages[`operations/${operationFile(endpoint)}`] = operationPage(document, endpoint)
  for (const { file, text } of [...guides.sections, ...guides.recipes]) pages[file] = text
  for (const [file, text] of Object.entries(pages)) {
    await mkdir(dirname(join(target, file)), { recursive: true })
    await writeFile(join(target, file), text)
  }
  return `${join(target, 'llms.txt')}: ${Object.keys(pages).length - 1} pages`
}
