import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium as playwright } from 'playwright-core'
import type { Runtime } from '../runtime.js'
import { versionOf } from './binary.js'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** A page in a browser, on its own origin. */
export const chromium: Runtime = {
  name: 'Chromium',
  version: () => versionOf(executablePath),
  async run({ site, programs, report, signal }) {
    const server = createServer((request, response) => {
      if (request.url !== '/page.js')
        return response
          .setHeader('Content-Type', 'text/html')
          .end('<!doctype html><script type="module" src="page.js"></script>')
      return createReadStream(join(programs, 'page.js')).pipe(response.setHeader('Content-Type', 'text/javascript'))
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const browser = await playwright.launch({ executablePath, args: ['--no-sandbox'] })
    const close = () => browser.close()
    signal.addEventListener('abort', close)
    try {
      const page = await browser.newPage()
      page.on('console', (message) => {
        // The browser itself logs failed requests as errors, which is expected.
        if (message.type() === 'log') report(message.text())
      })
      const failed = new Promise<never>((_resolve, reject) => {
        page.context().on('weberror', (problem) => reject(problem.error()))
      })
      await page.goto(
        `http://127.0.0.1:${(server.address() as AddressInfo).port}/#${encodeURIComponent(JSON.stringify(site))}`,
      )
      await Promise.race([page.waitForFunction(() => document.title === 'done', undefined, { timeout: 0 }), failed])
    } finally {
      signal.removeEventListener('abort', close)
      await browser.close()
      server.close()
      server.closeAllConnections()
    }
  },
}
