import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../generated/commands.js'
import { operations } from '../../generated/operations.js'
import { commandName } from '../../src/cli/command-name.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { compileCommand } from '../lib/command.js'
import { type Outcome, runCommand } from '../lib/run-command.js'

const command = await compileCommand()
const folder = await mkdtemp(join(tmpdir(), 'sceyt-cli-'))
const sandbox = createSandbox({ seed: demo })
const server = await listen(sandbox)
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  sandbox.reset()
  sandbox.journal.clear()
})

const env = {
  SCEYT_BASE_URL: server.baseUrl('sandbox'),
  SCEYT_API_KEY: 'sandbox-key',
  SCEYT_CONFIG_DIR: folder,
}
// Each test starts processes.
const timeout = 60_000

async function run(...words: string[]): Promise<Outcome> {
  return runCommand(command, words, { env })
}

/** The words of a command line, as a shell reads them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

it('has a command for every operation, and for every composed method', () => {
  expect(commands.filter(({ name }) => operations.some((one) => one.name === name)).length).toBe(operations.length)
  expect(operations.length).toBeGreaterThan(30)
  expect(commands.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['users.upsert', 'channels.getOrCreateDirect']),
  )
})

describe('the example of the help works for', { timeout }, () => {
  it.each(commands)('$name', async ({ name, operation: id, example }) => {
    const words = commandName(name).split(' ')
    const help = await run(...words, '--help')
    expect([help.code, help.stderr]).toEqual([0, ''])
    const [, printed = ''] = /^Example:\n {2}sceyt-platform (.*)$/m.exec(help.stdout) ?? []
    expect(printed).toBe(`${words.join(' ')} ${example}`.trim())

    const hello = join(folder, 'hello.txt')
    if (id === 'uploadFile') await writeFile(hello, 'Hello from Zoe')
    const operation = operations.find((one) => one.id === id)
    const parameters = wordsOf(printed).map((word, index, all) => {
      const isFile = word === 'hello.txt' && (id === 'uploadFile' || all[index - 1] === '--out')
      return isFile ? hello : word
    })
    const { code, stdout, stderr } = await run(...parameters)
    expect([code, stderr.replace(/^More items are available.*\n/, '')]).toEqual([0, ''])
    expect(sandbox.journal.entries.map(({ operation }) => operation)).toContain(id)
    if (operation?.result === 'file') expect((await readFile(hello, 'utf8')).length).toBeGreaterThan(0)
    else if (operation?.result === 'none') expect(stdout).toBe('')
    else expect(JSON.parse(stdout)).toEqual(expect.anything())
  })
})
