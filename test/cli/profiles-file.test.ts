import { chmod, mkdir, readdir, readFile, readlink, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { checkProfiles } from '../../src/cli/profiles/check-profiles.js'
import { profileNames, profilesPath } from '../../src/cli/profiles/profiles-file.js'
import { readProfiles } from '../../src/cli/profiles/read-profiles.js'
import { writeProfiles } from '../../src/cli/profiles/write-profiles.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { createConfig } from './config.js'

const key = 'k3y-that-must-never-be-seen'
const staging = { base_url: 'https://api.example/v1/app' }
const posix = process.platform !== 'win32'

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

/** Reads a file of profiles, and returns its error without the path. */
async function problemOf(profiles: Record<string, unknown> | string): Promise<string> {
  const { path } = await createConfig(profiles)
  const error: unknown = await readProfiles(path).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UsageError)
  const { message } = error as UsageError
  expect(message).not.toContain(key)
  expect(message.slice(0, path.length)).toBe(path)
  return message.slice(path.length)
}

it('is in the folder for configuration', () => {
  expect(profilesPath({})).toMatch(/sceyt-platform.*profiles\.json$/)
  expect(profilesPath({}).startsWith(process.env['XDG_CONFIG_HOME'] ?? homedir())).toBe(true)
  expect(profilesPath({ SCEYT_CONFIG_DIR: ' ' })).toBe(profilesPath({}))
})

it('is in SCEYT_CONFIG_DIR', () => {
  expect(profilesPath({ SCEYT_CONFIG_DIR: 'here' })).toBe(resolve('here/profiles.json'))
})

it('need not exist', async () => {
  const { path } = await createConfig()
  expect(await readProfiles(path)).toEqual({ default: undefined, byName: new Map() })
})

it('is read as it was written', async () => {
  const { path } = await createConfig()
  const profiles = {
    default: 'staging',
    byName: new Map(
      Object.entries({
        staging,
        live: {
          api_url: 'api.example',
          app_id: 'app',
          key,
          production: true,
          api_key_header: 'X',
          filter_separator: '&',
        },
        constructor: { sandbox: true as const },
      }),
    ),
  }
  await writeProfiles(path, profiles)
  expect(await readProfiles(path)).toEqual(profiles)
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ default: 'staging', profiles: { live: { key } } })
})

it('may begin with a byte order mark', async () => {
  const { path } = await createConfig(`\ufeff${JSON.stringify({ profiles: { staging } })}`)
  expect((await readProfiles(path)).byName.get('staging')).toEqual(staging)
})

it.runIf(posix)('is for the user alone, and so is its new folder', async () => {
  const { folder } = await createConfig()
  const path = join(folder, 'new/deep/profiles.json')
  await writeProfiles(path, { default: undefined, byName: new Map() })
  expect([await modeOf(path), await modeOf(join(folder, 'new')), await modeOf(join(folder, 'new/deep'))]).toEqual([
    '600',
    '700',
    '700',
  ])
})

it.runIf(posix)('is for the user alone after a write, whatever it was before', async () => {
  const { path, folder } = await createConfig({})
  await chmod(path, 0o644)
  await writeProfiles(path, { default: undefined, byName: new Map() })
  expect(await modeOf(path)).toBe('600')
  expect(await readdir(folder)).toEqual(['profiles.json'])
})

it('is replaced as a whole: who has opened it reads what it was', async () => {
  const { path } = await createConfig({ profiles: { staging } })
  const before = await stat(path)
  await writeProfiles(path, { default: undefined, byName: new Map() })
  expect((await stat(path)).ino).not.toBe(before.ino)
})

it.runIf(posix)('is written behind a link, which stays', async () => {
  const { path, folder } = await createConfig({ profiles: { staging } })
  const target = join(folder, 'kept.json')
  await rename(path, target)
  await symlink('kept.json', path)
  await writeProfiles(path, { default: 'staging', byName: new Map([['staging', staging]]) })
  expect(await readlink(path)).toBe('kept.json')
  expect(JSON.parse(await readFile(target, 'utf8'))).toEqual({ default: 'staging', profiles: { staging } })
})

it('leaves nothing behind if it cannot be written', async () => {
  const { path, folder } = await createConfig()
  await mkdir(path)
  const written = writeProfiles(path, { default: undefined, byName: new Map() })
  await expect(written).rejects.toThrow(new UsageError(`Cannot write ${path}: it is a folder.`))
  expect(await readdir(folder)).toEqual(['profiles.json'])
})

it.runIf(posix).each([0o640, 0o620, 0o604, 0o602, 0o666])('is refused with the mode %o', async (mode) => {
  const { path } = await createConfig({ profiles: { staging } })
  await chmod(path, mode)
  await expect(readProfiles(path)).rejects.toThrow(
    new UsageError(
      `${path} may contain API keys, and other users of this machine can read or write it. Run: chmod 600 ${path}`,
    ),
  )
})

it.runIf(posix)('is quoted for the shell in the advice', async () => {
  const { folder } = await createConfig()
  const path = join(folder, "it's mine")
  await writeFile(path, '{}', { mode: 0o644 })
  await chmod(path, 0o644)
  await expect(readProfiles(path)).rejects.toThrow(`chmod 600 '${folder}/it'\\''s mine'`)
})

it.runIf(posix).each([0o600, 0o400, 0o711])('is read with the mode %o', async (mode) => {
  const { path } = await createConfig({ profiles: { staging } })
  await chmod(path, mode)
  expect((await readProfiles(path)).byName.size).toBe(1)
})

it('is refused if it is a folder', async () => {
  const { path } = await createConfig()
  await mkdir(path)
  await expect(readProfiles(path)).rejects.toThrow(new UsageError(`Cannot read ${path}: it is a folder.`))
})

it.runIf(posix)('is refused if its links form a loop', async () => {
  const { path } = await createConfig()
  await symlink(path, path)
  await expect(readProfiles(path)).rejects.toThrow(new UsageError(`Cannot read ${path}: its links form a loop.`))
})

it('is refused if its folder is a file', async () => {
  const { path } = await createConfig({})
  const inner = join(path, 'profiles.json')
  await expect(readProfiles(inner)).rejects.toThrow(`Cannot read ${inner}: a part of its path is not a folder.`)
})

it('is refused with the place of what is not JSON', async () => {
  expect(await problemOf(`{\n  "profiles": { "live": { "key": "${key}" }, }\n}`)).toBe(
    ' is not JSON: line 2, column 67: expected a name in double quotes.',
  )
  expect(await problemOf('')).toBe(' is not JSON: it is empty.')
})

it.each<[profiles: Record<string, unknown> | string, problem: string]>([
  ['[]', 'the file must be an object, got an array.'],
  [`"${key}"`, 'the file must be an object, got a string.'],
  [{ defualt: 'staging' }, 'defualt is not known; did you mean "default"?'],
  [{ staging }, 'staging is not known; use default, profiles.'],
  [{ default: 1 }, 'default must be a string, got a number.'],
  [{ profiles: [] }, 'profiles must be an object, got an array.'],
  [{ profiles: { live: key } }, 'profiles.live must be an object, got a string.'],
  [{ profiles: { live: null } }, 'profiles.live must be an object, got null.'],
  ['{"profiles": {"__proto__": {}}}', 'profiles has the name "__proto__"; a name must be 1 to 64 '],
  [
    { profiles: { '../live': staging } },
    'profiles has the name "../live"; a name must be 1 to 64 letters, digits and ',
  ],
  [{ profiles: { '': staging } }, 'profiles has the name ""; a name must be 1 to 64 letters'],
  [{ profiles: { live: { base_ulr: 'x' } } }, 'profiles.live.base_ulr is not known; did you mean "base_url"?'],
  [{ profiles: { live: { ...staging, secret: key } } }, 'profiles.live.secret is not known; use base_url, api_url, '],
  [{ profiles: { live: { base_url: 5 } } }, 'profiles.live.base_url must be a string, got a number.'],
  [{ profiles: { live: { base_url: ' ' } } }, 'profiles.live.base_url is empty.'],
  [{ profiles: { live: { ...staging, key: 12345678 } } }, 'profiles.live.key must be a string, got a number.'],
  [{ profiles: { live: { ...staging, key: '' } } }, 'profiles.live.key is empty.'],
  [{ profiles: { live: { ...staging, production: key } } }, 'profiles.live.production must be true or false, got a '],
  [{ profiles: { live: { ...staging, key, key_env: 'K' } } }, 'profiles.live has key and key_env; keep one of them.'],
  [
    { profiles: { live: { ...staging, key_env: `${key} ` } } },
    'profiles.live.key_env must be the name of an environment variable, not the key itself.',
  ],
  [{ profiles: { live: { key } } }, 'profiles.live has no server: it needs base_url, or api_url and app_id.'],
  [{ profiles: { live: { api_url: 'x' } } }, 'profiles.live.app_id is missing.'],
  [{ profiles: { live: { app_id: 'x' } } }, 'profiles.live.api_url is missing.'],
  [
    { profiles: { live: { ...staging, app_id: 'x' } } },
    'profiles.live has base_url and app_id; base_url replaces api_url and app_id.',
  ],
  [
    { profiles: { live: { sandbox: true, key, production: true } } },
    'profiles.live.sandbox must be alone, but there is key and production too.',
  ],
  [
    { profiles: { live: { sandbox: false } } },
    'profiles.live has no server: it needs base_url, or api_url and app_id.',
  ],
])('is refused with the field that is not valid: %j', async (profiles, problem) => {
  expect((await problemOf(profiles)).slice(2)).toContain(problem)
})

it('has no field of a polluted prototype', () => {
  Object.assign(Object.prototype, { production: true })
  try {
    expect(checkProfiles({ profiles: { staging } }, 'FILE').byName.get('staging')?.production).toBeUndefined()
  } finally {
    Reflect.deleteProperty(Object.prototype, 'production')
  }
})

it('completes a command line with its names', async () => {
  const { environment } = await createConfig({ profiles: { staging, live: staging } })
  expect(await profileNames(environment)).toEqual(['staging', 'live'])
})

it('completes a command line with no names if it cannot be used', async () => {
  for (const profiles of [undefined, '{'])
    expect(await profileNames((await createConfig(profiles)).environment)).toEqual([])
})
