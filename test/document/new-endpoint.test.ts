import { exec } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isThorough } from '../lib/random.js'
import { filesIn, root } from './files.js'

/** A call that changes something, with a field that responses do not have yet. The read is in CONTRIBUTING.md. */
const nickname = `
--- openapi/components/schemas/User.yaml
   last_name:
     description: Last name.
     type: string
     examples: [Papadaki]
+  nickname:
+    description: Name among friends.
+    type: string
+    examples: [Zo]
`
const setNickname =
  'npm run new -- PUT /users/{username}/nickname users.setNickname --body NicknameSet --fields nickname'
const setNicknameEdits = `
--- openapi/components/schemas/NicknameSet.yaml
-description: FILL IN the body.
-x-provenance: FILL IN documented, observed, decided or inferred
+description: A new nickname.
+x-provenance: documented
--- openapi/paths/users_{username}_nickname.yaml
-  x-provenance: FILL IN documented, observed, decided or inferred
+  x-provenance: documented
@@
-    FILL IN what the summary does not say: what the call changes or leaves out, its order, its limits.
+    Other fields stay as they are, and messages show the new name.
@@
-              nickname: FILL IN
+              nickname: Zo
--- test/sandbox/users.test.ts
-  expect(await sceyt.users.setNickname('zoe', { nickname: 'FILL IN' })).toMatchObject({ what: 'FILL IN the result' })
+  await sceyt.users.setNickname('zoe', { nickname: 'Zo' })
+  expect((await sceyt.users.get('zoe')).nickname).toBe('Zo')
--- test/document/document.test.ts
 const expected = \`
+  setUserNickname | users.setNickname | PUT | /users/{username}/nickname | documented
`

/** Fields of several resources that requests set, some of them only updates. */
const newFields = `
--- openapi/components/schemas/User.yaml
 properties:
+  pronouns:
+    description: Pronouns.
+    type: string
+    examples: [she/her]
--- openapi/components/schemas/UserCreate.yaml
   last_name: { $ref: User.yaml#/properties/last_name }
+  pronouns: { $ref: User.yaml#/properties/pronouns }
--- openapi/components/schemas/UserUpdate.yaml
   last_name: { $ref: User.yaml#/properties/last_name }
+  pronouns: { $ref: User.yaml#/properties/pronouns }
--- openapi/paths/users.yaml
               last_name: Berg
+              pronouns: she/her
--- openapi/paths/users_{username}.yaml
               last_name: Papadaki
+              pronouns: she/her
--- openapi/components/schemas/Channel.yaml
   label:
+    description: Custom label for filtering.
+    type: string
+    examples: [hobby]
+  topic:
-    description: Custom label for filtering.
+    description: What the channel is about.
     type: string
-    examples: [hobby]
+    examples: [books]
--- openapi/components/schemas/PublicChannelCreate.yaml
   label: { $ref: Channel.yaml#/properties/label }
+  topic: { $ref: Channel.yaml#/properties/topic }
--- openapi/components/schemas/ChannelUpdate.yaml
   label: { $ref: Channel.yaml#/properties/label }
+  topic: { $ref: Channel.yaml#/properties/topic }
--- openapi/paths/public-channels.yaml
               label: hobby
+              topic: books
--- openapi/paths/channels_{channelId}.yaml
               label: hobby
+              topic: books
--- openapi/components/schemas/Role.yaml
 properties:
+  color:
+    description: Color of the role.
+    type: string
+    examples: [red]
--- openapi/components/schemas/RoleUpdate.yaml
 properties:
+  color: { $ref: Role.yaml#/properties/color }
--- openapi/paths/roles_{roleId}.yaml
               description: Keeps the talk civil
+              color: red
--- openapi/components/schemas/Message.yaml
 properties:
+  edit_reason:
+    description: Why the message was edited.
+    type: string
+    examples: [A typo]
--- openapi/components/schemas/MessageEdit.yaml
 properties:
+  edit_reason: { $ref: Message.yaml#/properties/edit_reason }
--- openapi/paths/channels_{channelId}_messages_{messageId}.yaml
               body: Which chapter are we on?
+              edit_reason: A typo
`
/** Sets these fields, reads them, and restores them from a snapshot. It is compiled too. */
const fieldsProgram = `
import { deepStrictEqual } from 'node:assert'
import { createSceyt } from './src/index.js'
import { createSandbox } from './src/sandbox/index.js'

const sandbox = createSandbox({ seed: { users: [{ username: 'omar', pronouns: 'O' }] } })
const sceyt = createSceyt(sandbox.connection())
await sceyt.users.create({ username: 'zoe', pronouns: 'Zo' })
const { id } = await sceyt.channels.createPublic({ topic: 'books', owner: 'zoe' })
const message = await sceyt.messages.send(id, { from: 'zoe', body: 'Hi' })
const role = await sceyt.roles.create({ name: 'Host' })
const read = async () => {
  const users = await sceyt.users.list()
  const channel = await sceyt.channels.get(id)
  const { messages } = await sceyt.messages.list(id)
  const { color } = await sceyt.roles.get(role.id)
  return [
    ...users.users.map(({ pronouns }) => pronouns),
    channel.topic,
    channel.owner?.pronouns,
    messages[0]?.edit_reason,
    color,
  ]
}
deepStrictEqual(await read(), ['O', 'Zo', 'books', 'Zo', undefined, undefined])
await sceyt.users.update('zoe', { pronouns: 'Z' })
await sceyt.channels.update(id, { topic: 'tea' })
await sceyt.messages.edit(id, message.id, { from: 'zoe', body: 'Hello', edit_reason: 'A typo' })
await sceyt.roles.update(role.id, { color: 'red' })
const snapshot = sandbox.snapshot()
sandbox.reset()
sandbox.restore(snapshot)
deepStrictEqual(await read(), ['O', 'Z', 'tea', 'Z', 'A typo', 'red'])
`

let copy: string
let guide: string

beforeAll(async () => {
  const text = await readFile(join(root, 'CONTRIBUTING.md'), 'utf8')
  guide = /^## Add an endpoint\n([\s\S]*?)^## /m.exec(text)?.[1] ?? ''
  copy = await mkdtemp(join(tmpdir(), 'sceyt-endpoint-'))
  const parts = ['openapi', 'generated', 'scripts', 'src', 'test', 'guides', 'bench/bulk']
  const files = [
    'biome.json',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'package.json',
    'redocly.yaml',
    'tsconfig.json',
    'vitest.config.ts',
  ]
  const filter = (path: string) => basename(path) !== 'node_modules'
  await Promise.all(
    [...parts, ...files].map((part) => cp(join(root, part), join(copy, part), { recursive: true, filter })),
  )
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
})

afterAll(() => rm(copy, { recursive: true }))

/** Returns the blocks of code in the guide. */
function blocksOf(language: string): string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) => code)
}

/** Runs a line of a shell in the copy, and returns its output. @throws Error with the output if it fails. */
function run(line: string): Promise<string> {
  // The run of these tests is nothing to the runs in the copy.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST|NODE_ENV$)/.test(name)))
  return new Promise((resolve, reject) => {
    exec(line, { cwd: copy, env: { ...env, NO_COLOR: '1' }, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${line} failed:\n${stdout}${stderr}`))
      else resolve(stdout)
    })
  })
}

/** Makes the changes of a diff in the copy, as an author would, and returns the files. */
async function edit(diff: string): Promise<string[]> {
  const files = diff.split(/^--- /m).slice(1)
  for (const part of files) {
    const [file = '', ...lines] = part.trimEnd().split('\n')
    for (const hunk of lines.join('\n').split('\n@@\n')) {
      const side = (signs: string) =>
        hunk
          .split('\n')
          .filter((line) => signs.includes(line.charAt(0)))
          .map((line) => `${line.slice(1)}\n`)
          .join('')
      const text = await readFile(join(copy, file), 'utf8')
      const [before, after, ...others] = text.split(side(' -'))
      if (after === undefined || others.length > 0)
        throw new Error(`${file} does not contain this once:\n${side(' -')}`)
      await writeFile(join(copy, file), `${before}${side(' +')}${after}`)
    }
  }
  return files.map((part) => part.slice(0, part.indexOf('\n')))
}

async function markers(): Promise<string[]> {
  const files = ['openapi', 'src', 'test/sandbox'].map(async (folder) =>
    (await filesIn(join(copy, folder))).map((file) => `${folder}/${file}`),
  )
  const found = (await Promise.all(files)).flat().map(async (file) => {
    return (await readFile(join(copy, file), 'utf8')).includes('FILL IN') ? [file] : []
  })
  return (await Promise.all(found)).flat()
}

// It takes a minute: the gate runs it in a step of its own.
test.runIf(isThorough)(
  'A read and a write are added in the steps of CONTRIBUTING.md, with at most six files edited by hand for each.',
  async () => {
    const [command = '', loop = ''] = blocksOf('sh')
    const [diff = ''] = blocksOf('diff')

    const printed = await run(command)
    const marked = await markers()
    expect(marked).toHaveLength(3)
    for (const file of [...marked, 'CHANGELOG.md']) expect(printed).toContain(`   ${file}:`)
    const forRead = await edit(diff)

    const forWrite = await edit(nickname)
    await run(setNickname)
    forWrite.push(...(await edit(setNicknameEdits)))

    expect(await markers()).toEqual([])
    expect(forRead.length).toBeLessThanOrEqual(6)
    expect(forWrite.length).toBeLessThanOrEqual(6)

    const [checks = '', tests = '', all] = loop.trim().split('\n')
    expect(all).toBe('npm test')
    expect(await run(checks)).toContain(' operations, no lint warnings')
    const others = [
      'test/document/imports',
      'test/document/names',
      'test/sandbox/users',
      'test/contract/sandbox',
      'test/contract/model',
    ]
    await run(`${tests} ${others.join(' ')}`)
    const line = 'npx tsx src/cli/index.ts users set-nickname zoe --nickname Zo'
    expect(await run(`${line} --help`)).toContain('--nickname <text>')
    const dryRun = `SCEYT_BASE_URL=https://api.example.com/v1/app ${line} --dry-run`
    expect(await run(dryRun)).toContain(`curl -X PUT 'https://api.example.com/v1/app/users/zoe/nickname'`)
  },
  300_000,
)

test.runIf(isThorough)(
  'A field that is added to the schemas is kept, shown and restored by the sandbox without a line of code.',
  async () => {
    await edit(newFields)
    await writeFile(join(copy, 'fields.ts'), fieldsProgram)
    await run('npm run generate && npm run typecheck')
    await run('npx tsx fields.ts')
  },
  300_000,
)
