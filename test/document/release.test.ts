import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { entriesIn, notesOf } from '../../scripts/lib/changelog.js'
import { parseArguments } from '../../scripts/release/arguments.js'
import { checkCheckout } from '../../scripts/release/check-checkout.js'
import { commitRelease } from '../../scripts/release/commit.js'
import { chooseVersion, requiredVersion } from '../../scripts/release/next-version.js'
import { planRelease } from '../../scripts/release/plan.js'
import { plainDiff } from '../../scripts/release/prepare.js'
import { keepDocument, writeVersion } from '../../scripts/release/write-version.js'
import { root } from './files.js'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-release-test-'))
  folders.push(folder)
  return folder
}

/** The files that state the version, of which some are made short. */
const sources = [
  ...['package.json', 'package-lock.json', 'openapi/openapi.yaml', 'openapi/released/openapi.json'],
  ...['generated/openapi.json', 'src/errors/name-errors.ts', 'examples/front-end/package-lock.json'],
]

/** Makes a repository on the branch main, with the files that state the version, and these entries in the changelog. */
async function makeRepository({ entries = '### Fixed\n\n- A crash.\n', repository = '' } = {}) {
  const folder = await makeFolder()
  for (const file of sources) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await cp(join(root, file), join(folder, file))
  }
  // What is unreleased here does not matter to the test.
  await cp(join(folder, 'generated/openapi.json'), join(folder, 'openapi/released/openapi.json'))
  const packageFile = join(folder, 'package.json')
  const own = JSON.parse(await readFile(packageFile, 'utf8'))
  await writeFile(packageFile, `${JSON.stringify({ ...own, repository }, null, 2)}\n`)
  const { version } = own as { version: string }
  await writeFile(
    join(folder, 'CHANGELOG.md'),
    `# Changelog\n\n## [Unreleased]\n\n${entries}\n## [${version}] - 2026-11-27\n\n### Added\n\n- All of it.\n`,
  )
  const git = (...parameters: string[]) => execFileSync('git', parameters, { cwd: folder, encoding: 'utf8' }).trim()
  git('init', '--quiet', '--initial-branch', 'main')
  git('config', 'user.name', 'Test')
  git('config', 'user.email', 'test@example.com')
  git('config', 'commit.gpgsign', 'false')
  git('config', 'tag.gpgsign', 'false')
  const commit = () => {
    git('add', '--all')
    git('commit', '--quiet', '--message', 'Commit')
  }
  commit()
  return { folder, version, git, commit }
}

describe('The command line', () => {
  test('accepts a kind of version or a version, and --dry-run.', () => {
    expect(parseArguments([])).toEqual({ version: undefined, dryRun: false })
    expect(parseArguments(['minor', '--dry-run'])).toEqual({ version: 'minor', dryRun: true })
    expect(parseArguments(['1.2.3'])).toEqual({ version: '1.2.3', dryRun: false })
  })

  test.each([
    [['v1.2.3'], 'The version must be patch, minor, major or a version such as 1.2.3, got "v1.2.3".'],
    [['1.2.3-rc.1'], 'got "1.2.3-rc.1".'],
    [['patch', 'minor'], 'Unexpected argument "minor".'],
    [['--dry'], "Unknown option '--dry'"],
  ])('%j is refused.', (parameters, message) => {
    expect(() => parseArguments(parameters)).toThrow(message)
  })

  test('a --dry-run that npm would read itself is refused.', () => {
    process.env['npm_config_dry_run'] = 'true'
    try {
      expect(() => parseArguments([])).toThrow('Write `npm run release -- --dry-run`')
    } finally {
      delete process.env['npm_config_dry_run']
    }
  })
})

describe('The checkout', () => {
  test('may be on main, without changes, with a repository in package.json.', async () => {
    const { folder } = await makeRepository({ repository: 'github:example/example' })
    expect(await checkCheckout(folder, false)).toEqual([])
  })

  test.each([true, false])('with uncommitted changes is refused, with --dry-run: %j.', async (dryRun) => {
    const { folder } = await makeRepository()
    await writeFile(join(folder, 'new.txt'), 'new')
    await expect(checkCheckout(folder, dryRun)).rejects.toThrow(
      'There are uncommitted changes. Commit or remove them first:\n?? new.txt',
    )
  })

  test('on another branch, or without a repository, is refused, and a dry run warns.', async () => {
    const { folder, git } = await makeRepository()
    git('switch', '--quiet', '--create', 'feature')
    const problems = [
      'Releases are made on the branch main, and this is feature.',
      'package.json has no `repository`, which npm requires for provenance. See "Releasing" in CONTRIBUTING.md.',
    ]
    expect(await checkCheckout(folder, true)).toEqual(problems)
    await expect(checkCheckout(folder, false)).rejects.toThrow(problems.join('\n'))
  })
})

describe('The plan', () => {
  test('has the next version, and the unreleased entries.', async () => {
    const { folder, version } = await makeRepository()
    const next = chooseVersion(version, { version, reasons: [] }, 'patch')
    const plan = { last: version, version: next, reasons: [], notes: '### Fixed\n\n- A crash.' }
    expect(await planRelease(folder, undefined)).toMatchObject(plan)
    expect(await planRelease(folder, next)).toMatchObject(plan)
  })

  test('is refused if nothing is unreleased.', async () => {
    for (const entries of ['', '### Added\n']) {
      const { folder } = await makeRepository({ entries })
      await expect(planRelease(folder, undefined)).rejects.toThrow('CHANGELOG.md has no entry under `## [Unreleased]`.')
    }
  })

  test('is refused if the version is tagged.', async () => {
    const { folder, git, version } = await makeRepository()
    const next = chooseVersion(version, { version, reasons: [] }, 'patch')
    git('tag', `v${next}`)
    await expect(planRelease(folder, undefined)).rejects.toThrow(
      `The tag v${next} exists: this version is released, or was about to be.`,
    )
  })

  test('is refused if the version is not a successor.', async () => {
    const { folder, version } = await makeRepository()
    for (const wrong of [version, '0.0.1', '99.0.0'])
      await expect(planRelease(folder, wrong)).rejects.toThrow(
        new RegExp(`The version after ${version} .*, got ${wrong}\\.`),
      )
  })

  test('is refused if the changes need a higher version.', async () => {
    const { folder } = await makeRepository({ entries: '### Changed\n\n- Breaking: names are checked.\n' })
    await expect(planRelease(folder, 'patch')).rejects.toThrow(
      /^These changes need [\d.]+ or later, got [\d.]+:\n- Changed: Breaking: names are checked\.$/,
    )
  })

  test('needs a higher version for a breaking change of the document that the changelog does not have.', async () => {
    const { folder, commit } = await makeRepository()
    const file = join(folder, 'generated/openapi.json')
    const document = JSON.parse(await readFile(file, 'utf8'))
    document.servers = []
    await writeFile(file, JSON.stringify(document))
    commit()
    await expect(planRelease(folder, 'patch')).rejects.toThrow(
      'OpenAPI document, breaking: every operation: `servers` has changed',
    )
  })

  test('is refused if the files disagree on the last version.', async () => {
    const { folder, version } = await makeRepository()
    const file = join(folder, 'package.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace(`"version": "${version}"`, '"version": "7.7.7"'))
    await expect(planRelease(folder, undefined)).rejects.toThrow(
      `package.json has the version 7.7.7, and CHANGELOG.md ends with ${version}.`,
    )
  })
})

test.each([
  ['0.2.0', '### Fixed\n\n- A.', '0.2.1'],
  ['0.2.0', '### Added\n\n- A.', '0.2.1'],
  ['0.2.3', '### Changed\n\n- Breaking: a.', '0.3.0'],
  ['0.2.3', '### Removed\n\n- A.', '0.3.0'],
  ['1.2.3', '### Fixed\n\n- A.\n\n### Security\n\n- B.', '1.2.4'],
  ['1.2.3', '### Changed\n\n- A.', '1.3.0'],
  ['1.2.3', '### Fixed\n\n- A.\n\n### Added\n\n- B.', '1.3.0'],
  ['1.2.3', '### Fixed\n\n- Breaking for a stub of `fetch`: a.', '2.0.0'],
  ['1.2.3', '### Removed\n\n- A.', '2.0.0'],
  ['1.2.3', '### Fixed\n\n* **Breaking**: a.', '2.0.0'],
  ['1.2.3', '### Fixed\r\n\r\n- breaking: a.\r\n', '2.0.0'],
])('After %s, %j needs %s.', (last, notes, version) => {
  expect(requiredVersion(last, notes, []).version).toBe(version)
})

test('Changes of the document need a version too.', () => {
  const change = { operation: 'listUsers', what: 'it is new', places: [] }
  const fixed = '### Fixed\n\n- A.'
  expect(requiredVersion('1.2.3', fixed, [{ ...change, breaking: false }]).version).toBe('1.3.0')
  const words = { ...change, what: 'words, examples or tags', breaking: false }
  expect(requiredVersion('1.2.3', fixed, [words]).version).toBe('1.2.4')
  expect(requiredVersion('1.2.3', fixed, [{ ...change, breaking: true }]).version).toBe('2.0.0')
  expect(requiredVersion('0.2.3', fixed, [{ ...change, breaking: true }]).version).toBe('0.3.0')
})

test('A higher version than needed may be chosen.', () => {
  const required = { version: '0.2.1', reasons: [] }
  expect(['patch', 'minor', 'major', '1.0.0'].map((version) => chooseVersion('0.2.0', required, version))).toEqual([
    '0.2.1',
    '0.3.0',
    '1.0.0',
    '1.0.0',
  ])
})

test('The notes of a version end where the next heading begins.', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-11-27\n\nWords.\n\n### Added\n\n- B.\n  More.\n- C.\n\n## [0.1.0]\n\n- D.\n'
  const notes = notesOf(changelog, '0.2.0')
  expect(notes).toBe('Words.\n\n### Added\n\n- B.\n  More.\n- C.')
  expect(entriesIn(notes)).toEqual([
    { heading: 'Added', text: 'B.' },
    { heading: 'Added', text: 'C.' },
  ])
  expect(() => notesOf(changelog, '0.1')).toThrow('CHANGELOG.md has no entry under `## [0.1]`.')
})

test('Every file with the version gets the new one, and the release is committed and tagged.', async () => {
  const { folder, git } = await makeRepository()
  await writeVersion(folder, '7.8.9', '2027-01-31')
  await keepDocument(folder)
  const text = (file: string) => readFile(join(folder, file), 'utf8')
  expect(await text('CHANGELOG.md')).toContain(
    '## [Unreleased]\n\n## [7.8.9] - 2027-01-31\n\n### Fixed\n\n- A crash.\n',
  )
  expect(JSON.parse(await text('package.json')).version).toBe('7.8.9')
  const lock = JSON.parse(await text('package-lock.json'))
  expect([lock.version, lock.packages[''].version]).toEqual(['7.8.9', '7.8.9'])
  expect(JSON.parse(await text('examples/front-end/package-lock.json')).packages['../..'].version).toBe('7.8.9')
  expect(await text('openapi/openapi.yaml')).toContain('\n  version: 7.8.9\n')
  expect(await text('src/errors/name-errors.ts')).toContain("Symbol.for('sceyt-platform/7')")
  // One line each, and two in the first lock file.
  const changed = git('diff', '--numstat').split('\n')
  expect(changed).toHaveLength(6)
  for (const line of changed) expect(line).toMatch(/^([12]\t[12]|2\t0)\t/)

  const release = { base: git('rev-parse', 'HEAD'), patch: `${git('diff', '--binary')}\n` }
  git('restore', '.')
  await commitRelease(folder, '7.8.9', release)
  expect(git('status', '--porcelain')).toBe('')
  expect(git('log', '-1', '--format=%s %D')).toBe('Release 7.8.9 HEAD -> main, tag: v7.8.9')
  expect(git('cat-file', '-t', 'v7.8.9')).toBe('tag')
  await writeVersion(folder, '0.9.1', '2027-01-31')
  expect(await text('src/errors/name-errors.ts')).toContain("Symbol.for('sceyt-platform/0.9')")
})

describe('A release', () => {
  /** Makes a repository, and a release that changes a file of it. */
  async function prepare() {
    const repository = await makeRepository()
    const { folder, git } = repository
    await writeFile(join(folder, 'new.txt'), 'new\n')
    git('add', '--all')
    const release = { base: git('rev-parse', 'HEAD'), patch: `${git(...plainDiff, '--cached', '--binary')}\n` }
    git('reset', '--quiet', '--hard')
    return { ...repository, release }
  }

  /** What is in the repository. */
  const stateOf = (git: (...parameters: string[]) => string) =>
    [['rev-parse', 'HEAD'], ['status', '--porcelain'], ['tag']].map((parameters) => git(...parameters))

  test.each([
    ['the commit', 'pre-commit'],
    ['the tag', 'reference-transaction'],
  ])('leaves nothing behind if %s fails.', async (_what, hook) => {
    const { folder, git, release } = await prepare()
    const before = stateOf(git)
    const script = '#!/bin/sh\n[ "$1" = "" ] && exit 1\nif [ "$1" = prepared ]; then ! grep -q refs/tags; fi\n'
    await writeFile(join(folder, '.git/hooks', hook), script, { mode: 0o755 })
    await expect(commitRelease(folder, '7.8.9', release)).rejects.toThrow('failed with exit code')
    expect(stateOf(git)).toEqual(before)
  })

  test('is refused if there are new commits or changes since it was prepared.', async () => {
    const { folder, git, commit, release } = await prepare()
    await writeFile(join(folder, 'other.txt'), 'other')
    for (const change of [() => {}, commit]) {
      change()
      const before = stateOf(git)
      await expect(commitRelease(folder, '7.8.9', release)).rejects.toThrow(
        'has changed since the release was prepared',
      )
      expect(stateOf(git)).toEqual(before)
    }
  })

  test('does not depend on how the author reads changes.', async () => {
    const { folder, git, release } = await prepare()
    for (const option of ['noprefix', 'mnemonicPrefix']) git('config', `diff.${option}`, 'true')
    git('config', 'color.ui', 'always')
    await writeFile(join(folder, 'new.txt'), 'new\n')
    git('add', '--all')
    expect(`${git(...plainDiff, '--cached', '--binary')}\n`).toBe(release.patch)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'that is interrupted by %s leaves nothing behind.',
    async (signal) => {
      const { folder, git, commit } = await makeRepository()
      for (const part of ['scripts', 'src', 'generated', 'openapi'])
        await cp(join(root, part), join(folder, part), { recursive: true, force: false })
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
      await writeFile(join(folder, '.gitignore'), 'node_modules\n')
      const [bin, temporary] = [await makeFolder(), await makeFolder()]
      // Stands for an `npm ci` that takes long.
      await writeFile(join(bin, 'npm'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 })
      commit()
      const before = stateOf(git)
      const parameters = ['--import', 'tsx', join(folder, 'scripts/release.ts'), '--dry-run']
      const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}`, TMPDIR: temporary }
      const child = spawn(process.execPath, parameters, { cwd: root, env })
      let output = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text) => {
          output += text
          if (/npm ci/.test(String(text))) setImmediate(() => child.kill(signal))
        })
      const [code] = await once(child, 'close')
      expect(output).toContain(`Interrupted by ${signal}.`)
      expect(code).toBe(128 + constants.signals[signal])
      expect(await readdir(temporary)).not.toContainEqual(expect.stringMatching(/^sceyt-release/))
      expect(stateOf(git)).toEqual(before)
    },
    60_000,
  )
})

test('Dependency updates cover every package.json.', async () => {
  const config = await readFile(join(root, '.github/dependabot.yml'), 'utf8')
  const covered = [...config.matchAll(/^ +- (\/.*)$/gm)].map(([, folder]) => folder)
  const files = execFileSync('git', ['ls-files', '*package.json'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  expect(covered.sort()).toEqual(files.map((file) => `/${file.replace(/\/?package\.json$/, '')}`).sort())
})

test('Only the job that publishes may do so. It runs no code of the repository, and asks for the environment npm.', async () => {
  const workflow = await readFile(join(root, '.github/workflows/release.yml'), 'utf8')
  const [head = '', ...parts] = workflow.split(/^ {2}(?=\w+:$)/m)
  const jobs = Object.fromEntries(parts.slice(1).map((part) => [part.slice(0, part.indexOf(':')), part]))
  expect(Object.keys(jobs)).toEqual(['gate', 'files', 'npm', 'github'])
  expect(head + parts[0]).toContain('\npermissions:\n  contents: read\n')
  const having = (pattern: RegExp) => Object.keys(jobs).filter((name) => pattern.test(jobs[name] ?? ''))
  expect(having(/id-token: write/)).toEqual(['npm'])
  expect(having(/contents: write/)).toEqual(['github'])
  expect(having(/^ {4}environment: npm$/m)).toEqual(['npm'])
  expect(having(/actions\/(checkout|cache)@/)).toEqual(['files'])
  expect(having(/run: git merge-base --is-ancestor HEAD origin\/main$/m)).toEqual(['files'])
  const commands = (job = '') => [...job.matchAll(/ run: (.*)/g)].map(([, command]) => command)
  expect(commands(jobs['npm'])).toEqual([expect.stringMatching(/^npm publish .*--ignore-scripts/)])
  // An expression in a command would run the name of a tag as code.
  expect(commands(workflow).join('\n')).not.toContain('${{')
})

test('Actions are pinned to commits.', async () => {
  for (const name of ['gate', 'release']) {
    const workflow = await readFile(join(root, `.github/workflows/${name}.yml`), 'utf8')
    const actions = [...workflow.matchAll(/uses: ([^.].*)/g)].map(([, action]) => action)
    expect(actions.length).toBeGreaterThan(1)
    for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/)
  }
})
