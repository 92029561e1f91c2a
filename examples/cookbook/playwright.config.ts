import { defineConfig } from '@playwright/test'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

export default defineConfig({
  testMatch: 'mock-in-playwright.test.ts',
  outputDir: 'node_modules/.playwright',
  reporter: 'list',
  use: { launchOptions: { executablePath, args: ['--no-sandbox'] } },
})
