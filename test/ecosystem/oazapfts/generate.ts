import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateSource } from 'oazapfts'
import type { Tool } from '../tool.js'

export const oazapfts: Tool = {
  name: 'oazapfts',
  folder: 'oazapfts',
  async generate(document, folder) {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'api.ts'), await generateSource(document))
  },
}
