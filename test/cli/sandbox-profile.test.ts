import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSceyt } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { keepIn } from 'sceyt-platform/sandbox/node'
import { expect, it, vi } from 'vitest'
import type { Ask } from '../../src/cli/ask.js'
import { openSandbox } from '../../src/cli/profiles/open-sandbox.js'
import { resolveServer } from '../../src/cli/profiles/resolve-server.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { createConfig } from './config.js'
import { openTerminal } from './terminal.js'

const nobody: Ask = { ...openTerminal().ask, isInteractive: false }
const profiles = { profiles: { play: { sandbox: true } } }

const advice = `No server is configured. Use one of these:
  set SCEYT_API_URL, SCEYT_APP_ID and SCEYT_API_KEY in the environment; SCEYT_BASE_URL replaces the first two
  run: sceyt-platform profiles add NAME --base-url URL
  run: sceyt-platform profiles add NAME --sandbox, for a sandbox with a demo world`

it('has the demo world, and keeps changes', async () => {
  const { environment, folder } = await createConfig(profiles)
  const first = await resolveServer({}, environment, nobody, { needsKey: true })
  expect(first).toMatchObject({ name: 'play', isProduction: false })
  const sceyt = createSceyt(first.options)
  expect((await sceyt.users.list()).users.length).toBeGreaterThan(2)
  await sceyt.users.create({ username: 'added-by-a-command' })
  await first.close()
  expect(await readdir(folder)).toContain('play.sandbox.json')
  const second = await resolveServer({ profile: 'play' }, environment, nobody, { needsKey: true })
  expect(await createSceyt(second.options).users.get('added-by-a-command')).toMatchObject({
    username: 'added-by-a-command',
  })
  await second.close()
  expect((await readdir(folder)).filter((name) => name.endsWith('.lock'))).toEqual([])
})

it('writes nothing if nothing will be sent', async () => {
  const { environment, folder } = await createConfig(profiles)
  const server = await resolveServer({}, environment, nobody, { needsKey: false })
  await server.close()
  expect(createSceyt(server.options)).toBeDefined()
  expect(await readdir(folder)).toEqual(['profiles.json'])
})

it('waits for another command that uses it', async () => {
  const { folder } = await createConfig()
  const path = join(folder, 'play.sandbox.json')
  const first = await openSandbox('play', path)
  await createSceyt(first.options).users.create({ username: 'of-the-first' })
  const opened = openSandbox('play', path)
  await first.close()
  const second = await opened
  expect(await createSceyt(second.options).users.get('of-the-first')).toMatchObject({ username: 'of-the-first' })
  await second.close()
})

it('does not wait for ever', async () => {
  const { folder } = await createConfig()
  const path = join(folder, 'play.sandbox.json')
  const store = await keepIn(path, createSandbox(), () => {})
  await expect(openSandbox('play', path, 30)).rejects.toThrow(
    new UsageError(
      `Cannot open the sandbox of the profile "play" after 0.03 s: ${path} is in use by the sandbox with the process id ${process.pid}. Stop it, or use another file.`,
    ),
  )
  await store.close()
})

it('is not opened from a file that is not its own, which stays as it is', async () => {
  const { folder } = await createConfig()
  const path = join(folder, 'play.sandbox.json')
  await writeFile(path, '"notes"')
  await expect(openSandbox('play', path)).rejects.toThrow(UsageError)
  await expect(openSandbox('play', path)).rejects.toThrow('Cannot open the sandbox of the profile "play": ')
  expect(await readFile(path, 'utf8')).toBe('"notes"')
})

it('is offered if nothing is configured', async () => {
  const note = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { environment, path, folder } = await createConfig()
  const { ask, type } = openTerminal()
  const file = join(folder, 'sandbox.sandbox.json')
  type(`No server is configured. Use a sandbox with a demo world, kept in ${file}? [Y/n] `, '\r')
  const server = await resolveServer({}, environment, ask, { needsKey: true })
  await server.close()
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
    default: 'sandbox',
    profiles: { sandbox: { sandbox: true } },
  })
  expect(server.name).toBe('sandbox')
  expect(await readdir(folder)).toContain('sandbox.sandbox.json')
  expect(note.mock.calls).toEqual([
    ['The default profile is now "sandbox". To remove it: sceyt-platform profiles remove sandbox'],
  ])
  note.mockRestore()
})

it.each<[file: Record<string, unknown> | undefined]>([[undefined], [{}], [{ profiles: {} }]])(
  'can be declined with %j, and then nothing is written',
  async (file) => {
    const { environment, folder } = await createConfig(file)
    const before = await readdir(folder)
    const { ask, type } = openTerminal()
    type('No server is configured.', 'n\r')
    await expect(resolveServer({}, environment, ask, { needsKey: true })).rejects.toThrow(new UsageError(advice))
    expect(await readdir(folder)).toEqual(before)
  },
)

it('is not offered without a terminal, nor if nothing will be sent', async () => {
  const { environment } = await createConfig(undefined, { SCEYT_API_KEY: 'key' })
  await expect(resolveServer({}, environment, nobody, { needsKey: true })).rejects.toThrow(new UsageError(advice))
  const { ask, shown } = openTerminal()
  await expect(resolveServer({}, environment, ask, { needsKey: false })).rejects.toThrow(new UsageError(advice))
  expect(shown()).toBe('')
})
