import { execFileSync, spawnSync } from 'node:child_process'
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, inject, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const call = `const { createSceyt, NotFoundError, where } = client
const sceyt = createSceyt({ baseUrl: 'https://api.example.com', apiKey: 'test-key', fetch: async (url) => new Response(JSON.stringify({ username: String(url) })) })
sceyt.users.get('username_new*user').then(({ username }) => console.log(username, where('type', 'eq', 'public'), typeof NotFoundError))
`
const scratch = inject('scratch')

/** Runs a program in the scratch project, and returns what it prints. */
function run(...parameters: string[]): string {
  return execFileSync(process.execPath, parameters, { cwd: scratch, encoding: 'utf8' }).trim()
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)))
  return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0)
}

/** The packages that modules of `dist/` hold parts of. */
async function bundled(): Promise<string[]> {
  const { name, exports, bin, peerDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const targets = [
    ...Object.values<{ default?: string }>(exports).flatMap((target) => target.default ?? []),
    ...Object.values<string>(bin),
  ]
  const entryPoints = targets.map((target) => target.replace(/^(\.\/)?dist\/(.*)\.js$/, '$2.ts'))
  const external = ['node:*', name, 'jose', ...Object.keys(peerDependencies)]
  const options = {
    absWorkingDir: root,
    entryPoints,
    external,
    outdir: 'none',
    bundle: true,
    write: false,
    metafile: true,
  } as const
  const { metafile } = await build({ ...options, format: 'esm', platform: 'neutral' })
  const sources = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
  // The validators are made by Ajv, and hold a function of it.
  return [
    ...new Set([...sources.flatMap((source) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []), 'ajv']),
  ].sort()
}

describe('the packed package', () => {
  it('holds what a user needs, and nothing else', async () => {
    const entries = await readdir(join(scratch, 'node_modules/sceyt-platform'), {
      recursive: true,
      withFileTypes: true,
    })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).split('sceyt-platform/').at(-1) ?? '')
    expect(files.filter((file) => !/^dist\/(src|generated)\/.*\.(js|js\.map|d\.ts)$/.test(file)).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      ...(await bundled()).map((name) => `dist/LICENSE.${name}`),
      'generated/openapi.json',
      'package.json',
    ])
    expect(files).toContain('dist/generated/schema.d.ts')
    const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    expect(Object.keys(dependencies)).toEqual(['jose', 'openapi-fetch'])
  })

  it('says the licence of everything that it holds parts of, and each is as permissive as its own', async () => {
    const names = await bundled()
    expect(names).toContain('openapi-fetch')
    for (const name of names) {
      const [theirs, ours] = [join(root, 'node_modules', name), join(scratch, 'node_modules/sceyt-platform/dist')]
      expect(await readFile(join(ours, `LICENSE.${name}`), 'utf8')).toBe(
        await readFile(join(theirs, 'LICENSE'), 'utf8'),
      )
      expect(JSON.parse(await readFile(join(theirs, 'package.json'), 'utf8'))).toMatchObject({ name, license: 'MIT' })
    }
  })

  it('takes at most 2.2 MB on disk, dependencies included, and depends on three packages', async () => {
    const packages = ['sceyt-platform', 'jose', 'openapi-fetch', 'openapi-typescript-helpers']
    const sizes = await Promise.all(packages.map((name) => sizeOf(join(scratch, 'node_modules', name))))
    expect(Math.min(...sizes)).toBeGreaterThan(0)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2_200_000)
    const dependenciesOf = async (name: string) =>
      Object.keys(
        JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')).dependencies ?? {},
      )
    expect([await dependenciesOf('openapi-fetch'), await dependenciesOf('jose')]).toEqual([
      ['openapi-typescript-helpers'],
      [],
    ])
  })

  it('runs nothing when it is installed, and neither does what it depends on', async () => {
    for (const name of ['sceyt-platform', 'jose', 'openapi-fetch', 'openapi-typescript-helpers']) {
      const folder = join(scratch, 'node_modules', name)
      const { scripts = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
      expect(
        Object.keys(scripts).filter((script) => /^(pre|post)?install$|^(pre|post)?uninstall$/.test(script)),
        name,
      ).toEqual([])
      // npm builds such a package without being told to.
      expect(await readdir(folder)).not.toContain('binding.gyp')
    }
  })

  it('can be imported', async () => {
    await writeFile(
      join(scratch, 'import.mjs'),
      `import * as client from 'sceyt-platform'\nimport 'sceyt-platform/node'\n${call}`,
    )
    expect(run('import.mjs')).toBe('https://api.example.com/users/username_new%2Auser type:eq:public function')
  })

  it('has a source map for every module, with the sources in it', async () => {
    const dist = join(scratch, 'node_modules/sceyt-platform/dist')
    const modules = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.js'))
    expect(modules.length).toBeGreaterThan(8)
    const sources = new Map<string, string>()
    for (const module of modules) {
      const text = await readFile(join(dist, module), 'utf8')
      expect(text, module).toContain(`//# sourceMappingURL=${module.split('/').at(-1)}.map`)
      const map = JSON.parse(await readFile(join(dist, `${module}.map`), 'utf8'))
      for (const [index, name] of map.sources.entries())
        sources.set(join('dist', module, '..', name), map.sourcesContent?.[index] ?? '')
    }
    for (const name of ['client/create-sceyt', 'sandbox/sandbox', 'validate/index', 'token/create-token', 'cli/index'])
      expect(sources.get(`src/${name}.ts`), name).toBe(await readFile(join(root, `src/${name}.ts`), 'utf8'))
    expect([...sources].filter(([, content]) => content === '')).toEqual([])
  })

  const uncaught = [
    ['sceyt-platform', "createSceyt({ apiUrl: '' })", 'InputError: apiUrl is empty.', 'src/client/'],
    ['sceyt-platform/sandbox', 'createSandbox({ apps: [] })', 'RangeError: ', 'src/sandbox/'],
    ['sceyt-platform/token', "await createUserToken('', { privateKey: '' })", 'InputError: username ', 'src/token/'],
    ['sceyt-platform/validate', "createSceyt({ validate: 'no' })", 'InputError: validate must be ', 'src/validate/'],
  ] as const

  it.each(uncaught)('prints the line that threw, in an uncaught error of %s', async (entry, call, message, folder) => {
    const name = /\w+(?=\()/.exec(call)?.[0] ?? ''
    await writeFile(join(scratch, 'uncaught.mjs'), `import { ${name} } from '${entry}'\n${call}\n`)
    for (const flags of [[], ['--enable-source-maps']]) {
      const { status, stderr } = spawnSync(process.execPath, [...flags, 'uncaught.mjs'], {
        cwd: scratch,
        encoding: 'utf8',
      })
      expect(status).toBe(1)
      expect(stderr).toContain(message)
      expect(stderr).toMatch(/^ .*throw new \w+Error\d?\(/m)
      expect(stderr).toContain(`at ${name} (`)
      expect(stderr.includes(`/sceyt-platform/${folder}`)).toBe(flags.length > 0)
      expect(stderr.length).toBeLessThan(2_000)
    }
  })

  it('can be required', async () => {
    await writeFile(
      join(scratch, 'require.cjs'),
      `const client = require('sceyt-platform')\nrequire('sceyt-platform/node')\n${call}`,
    )
    expect(run('--no-warnings', 'require.cjs')).toBe(
      'https://api.example.com/users/username_new%2Auser type:eq:public function',
    )
  })

  it('touches nothing of fetch while it is imported, and no module of Node', async () => {
    const trap = `for (const name of ['Request', 'Response', 'Headers', 'FormData', 'Blob', 'fetch', 'crypto', 'process']) Object.defineProperty(globalThis, name, { get() { throw new Error('touched ' + name) } })
const client = await import('sceyt-platform')
if (typeof client.createSceyt !== 'function') throw new Error('no client')
const { createSandbox } = await import('sceyt-platform/sandbox')
const { demo } = await import('sceyt-platform/sandbox/demo')
createSandbox({ seed: demo }).reset()
await import('sceyt-platform/validate')
await import('sceyt-platform/token')
`
    await writeFile(join(scratch, 'trap.mjs'), trap)
    expect(run('trap.mjs')).toBe('')
  })

  it('has a sandbox that runs where no code may be made of text', async () => {
    const program = `import { createSceyt } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
const sandbox = createSandbox()
const sceyt = createSceyt(sandbox.connection())
await sceyt.users.create({ username: 'username_new*user' })
await sceyt.users.list({ limit: 1 })
try { eval('1'); console.log('eval works') } catch { console.log(await sandbox.fetch('https://x.example/v1/sandbox/users?limit=99', { headers: { 'Platform-Api-Key': 'sandbox-key' } }).then(({ status }) => status)) }
`
    await writeFile(join(scratch, 'no-eval.mjs'), program)
    expect(run('--disallow-code-generation-from-strings', 'no-eval.mjs')).toBe('422')
  })

  it('makes tokens in plain JavaScript, with errors of the client’s own classes', async () => {
    const program = `import { InputError } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { createUserToken, TokenError, verifyUserToken } from 'sceyt-platform/token'
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }
const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
const { token } = await createUserToken('zoe', { privateKey })
const refused = await createUserToken('', { privateKey }).catch((error) => error)
const malformed = await verifyUserToken('a.b.c', { publicKey }).catch((error) => error)
const { expiresAt } = await createSandbox({ seed: { users: [{ username: 'omar' }] } }).token('omar')
console.log((await verifyUserToken(token, { publicKey })).username, refused instanceof InputError, malformed instanceof TokenError, expiresAt instanceof Date)
`
    await writeFile(join(scratch, 'token.mjs'), program)
    expect(run('token.mjs')).toBe('zoe true true true')
  })

  it('loads jose only when there is a token to make', async () => {
    const jose = join(scratch, 'node_modules/jose')
    const entries = [
      'sceyt-platform',
      'sceyt-platform/validate',
      'sceyt-platform/sandbox',
      'sceyt-platform/sandbox/node',
    ]
    await writeFile(join(scratch, 'without-jose.mjs'), entries.map((entry) => `import '${entry}'\n`).join(''))
    await rename(jose, `${jose}-away`)
    try {
      expect(run('without-jose.mjs')).toBe('')
      expect(run('node_modules/sceyt-platform/dist/src/cli/index.js', 'sandbox', '--help')).toContain('Usage')
    } finally {
      await rename(`${jose}-away`, jose)
    }
  })

  it('has a command', async () => {
    const { bin } = JSON.parse(await readFile(join(scratch, 'node_modules/sceyt-platform/package.json'), 'utf8'))
    const command = join('node_modules/sceyt-platform', bin['sceyt-platform'])
    expect(run(command, '--help')).toContain('Usage: sceyt-platform sandbox')
    expect((await readFile(join(scratch, command), 'utf8')).startsWith('#!/usr/bin/env node\n')).toBe(true)
  })

  it('has the document, under a name of its own', async () => {
    await writeFile(
      join(scratch, 'document.cjs'),
      "console.log(Object.keys(require('sceyt-platform/openapi.json').paths).length)",
    )
    const { paths } = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8'))
    expect(run('document.cjs')).toBe(String(Object.keys(paths).length))
  })
})
