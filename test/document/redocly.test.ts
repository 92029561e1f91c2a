import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { isThorough } from '../lib/random.js'
import { root } from './files.js'

/** Runs Node in the repository, with nothing that compiles TypeScript. Fails if it exits with another code than 0. */
function node(...parameters: string[]): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '' }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, parameters, { cwd: root, env }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    )
  })
}

test('`npx redocly lint` lints the sources and the bundle, exits with 0, and finds no error and no warning.', async () => {
  const output = await node('node_modules/@redocly/cli/bin/cli.js', 'lint', '--format=json', '--lint-config=error')
  const totals = output.match(/"totals": \{.*?\}/gs)?.map((text) => JSON.parse(`{${text}}`).totals)
  expect(totals).toEqual(Array(2).fill({ errors: 0, warnings: 0, ignored: 0 }))
})

test.runIf(isThorough)('`npx redocly bundle sources` bundles the document.', async () => {
  expect(await node('node_modules/@redocly/cli/bin/cli.js', 'bundle', 'sources', '--ext=json')).toContain(
    '"operationId": "createUser"',
  )
})

test('An editor extension that loads plugins with `require` gets the rules.', async () => {
  const program =
    "require('./scripts/lint/plugin.js').default().then(({ id, rules }) => console.log(id, Object.keys(rules.oas3).length))"
  expect(await node('-e', program)).toMatch(/^sceyt [1-9]\d*$/m)
})
