import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readStudioFiles } from '../../src/sandbox/node/studio-files.js'

it('The studio is at most 61 kB, gzipped, and loads nothing from elsewhere.', async () => {
  const { js, css } = await readStudioFiles()
  expect(gzipSync(js).length + gzipSync(css).length).toBeLessThanOrEqual(61_000)
  expect(js.length).toBeGreaterThan(100_000)
  expect(`${js}${css}`).not.toMatch(/\b(import|url)\(/)
})
