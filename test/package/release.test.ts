import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

/** Copies the sources into a repository of their own, on the branch main and without tags, with a breaking change that is not released. */
async function copySources(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-release-copy-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const listed = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const file of listed.stdout.trim().split('\n')) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await copyFile(join(root, file), join(folder, file))
  }
  const changelog = join(folder, 'CHANGELOG.md')
  const heading = '## [Unreleased]\n'
  const text = await readFile(changelog, 'utf8')
  await writeFile(changelog, text.replace(heading, `${heading}\n### Removed\n\n- The past.\n`))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const git = (...parameters: string[]) => run('git', parameters, { cwd: folder })
  await git('init', '--quiet', '--initial-branch', 'main')
  await writeFile(join(folder, '.git/info/exclude'), 'node_modules\n')
  await git('add', '--all')
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false']
  await git(...author, 'commit', '--quiet', '--message', 'Copy')
  return folder
}

it('a dry run builds, packs and describes the release, and changes nothing', async () => {
  const folder = await copySources()
  const stateOf = async () => {
    const commands = [['status', '--porcelain'], ['log', '--format=%H'], ['tag'], ['ls-files', '--stage']]
    const outputs = await Promise.all(commands.map((command) => run('git', command, { cwd: folder })))
    return outputs.map(({ stdout }) => stdout)
  }
  const before = await stateOf()
  expect(before[0]).toBe('')
  const { stdout, stderr } = await run('npm', ['run', '--silent', 'release', '--', '--dry-run'], {
    cwd: folder,
    maxBuffer: 10_000_000,
  })
  expect(await stateOf()).toEqual(before)

  const [, last = '', next = ''] = /^(\S+) -> (\S+)$/m.exec(stdout) ?? []
  const { version, name } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  expect(last).toBe(version)
  const [major, minor] = version.split('.').map(Number)
  expect(next).toBe(major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`)
  const sections = new Map(
    stdout
      .split(/^=== /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n')).trim()]),
  )
  const files = sections.get(`Files of ${name}-${next}.tgz`) ?? ''
  for (const file of ['package.json', 'LICENSE', 'dist/openapi.json', 'dist/src/index.js', 'dist/src/index.d.cts'])
    expect(files).toMatch(new RegExp(`^ *\\d+\\.\\d kB  ${file}$`, 'm'))
  const materials = sections.get('Software bill of materials (sbom.cdx.json)') ?? ''
  for (const dependency of ['jose', 'openapi-fetch', 'openapi-typescript-helpers', 'hono', 'commander', 'preact'])
    expect(materials).toMatch(new RegExp(`^${dependency} \\d`, 'm'))
  expect(sections.get('Release notes')).toMatch(
    new RegExp(`^# ${next} - \\d{4}-\\d\\d-\\d\\d\n\n### Removed\n\n- The past\\.\n`),
  )
  const changes = [...(sections.get(`Commit "Release ${next}"`) ?? '').matchAll(/^ *(\S+) +\|/gm)].map(
    ([, file]) => file,
  )
  for (const file of ['CHANGELOG.md', 'package.json', 'package-lock.json', 'openapi/openapi.yaml'])
    expect(changes).toContain(file)
  for (const file of ['generated/openapi.json', 'openapi/released/openapi.json', 'src/errors/name-errors.ts'])
    expect(changes).toContain(file)
  expect(sections.get('Tag')).toBe(`v${next}`)
  expect(stdout.trimEnd().endsWith('Dry run: nothing was committed, tagged or published.')).toBe(true)
  expect(stderr).not.toContain('on the branch main')
}, 600_000)
