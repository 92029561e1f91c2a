import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenApiDocument, OperationObject } from '../../scripts/document.js'
import { filesIn, root } from './files.js'

/** Every operation of the platform, written out by hand. */
const expected = `
  createUser               | users.create               | POST   | /users                                      | documented
  listUsers                | users.list                 | GET    | /users                                      | decided
  getUser                  | users.get                  | GET    | /users/{username}                           | documented
  updateUser               | users.update               | PUT    | /users/{username}                           | decided
  deleteUser               | users.delete               | DELETE | /users/{username}                           | documented
  createPublicChannel      | channels.createPublic      | POST   | /public-channels                            | decided
  createPrivateChannel     | channels.createPrivate     | POST   | /private-channels                           | inferred
  createDirectChannel      | channels.createDirect      | POST   | /direct-channels                            | inferred
  listChannels             | channels.list              | GET    | /channels                                   | documented
  getChannel               | channels.get               | GET    | /channels/{channelId}                       | documented
  updateChannel            | channels.update            | PUT    | /channels/{channelId}                       | decided
  deleteChannel            | channels.delete            | DELETE | /channels/{channelId}                       | documented
  listChannelMembers       | channels.members.list      | GET    | /channels/{channelId}/users                 | documented
  addChannelMembers        | channels.members.add       | POST   | /channels/{channelId}/users                 | decided
  removeChannelMembers     | channels.members.remove    | DELETE | /channels/{channelId}/users                 | decided
  listBlockedMembers       | channels.members.listBlocked | GET  | /channels/{channelId}/blocked-users         | decided
  listMessages             | messages.list              | GET    | /channels/{channelId}/messages              | documented
  sendMessage              | messages.send              | POST   | /channels/{channelId}/messages              | documented
  editMessage              | messages.edit              | PUT    | /channels/{channelId}/messages/{messageId}  | decided
  deleteMessage            | messages.delete            | DELETE | /channels/{channelId}/messages/{messageId}  | documented
  deleteMessageAttachments | messages.deleteAttachments | DELETE | /messages/{messageId}/attachments           | documented
  startTyping              | channels.startTyping       | POST   | /channels/{channelId}/start-typing          | documented
  stopTyping               | channels.stopTyping        | POST   | /channels/{channelId}/stop-typing           | documented
  createChannelType        | channelTypes.create        | POST   | /channel-types                              | observed
  deleteChannelType        | channelTypes.delete        | DELETE | /channel-types/{name}                       | observed
  uploadFile               | files.upload               | POST   | /files                                      | documented
  downloadFile             | files.download             | GET    | /files/{fileName}                           | documented
  deleteFile               | files.delete               | DELETE | /files/{fileName}                           | documented
  createRole               | roles.create               | POST   | /roles                                      | documented
  listRoles                | roles.list                 | GET    | /roles                                      | documented
  getRole                  | roles.get                  | GET    | /roles/{roleId}                             | documented
  updateRole               | roles.update               | PUT    | /roles/{roleId}                             | documented
  deleteRole               | roles.delete               | DELETE | /roles/{roleId}                             | documented
  getApplication           | application.get            | GET    | /application                                | documented
  updateApplication        | application.update         | PUT    | /application                                | inferred
  getStorageInfo           | application.getStorage     | GET    | /application/storage                        | inferred
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s*\|\s*/))

const document = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8')) as OpenApiDocument
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  (Object.entries(item) as [string, OperationObject][]).map(([method, operation]) => ({
    path,
    method: method.toUpperCase(),
    operation,
  })),
)

describe('The linter', () => {
  test('has nothing to ignore.', async () => {
    const folders = await Promise.all(['openapi', 'generated'].map((folder) => filesIn(join(root, folder))))
    expect(folders.flat().filter((file) => file.includes('redocly'))).toEqual([])
    await expect(readFile(join(root, '.redocly.lint-ignore.yaml'))).rejects.toThrow('ENOENT')
  })
})

describe('The sources', () => {
  test('keep each component in a file with a name of its own.', async () => {
    const names = (await filesIn(join(root, 'openapi/components'))).map((file) => basename(file))
    expect(names).not.toEqual([])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('keep one file for each path.', async () => {
    const files = Object.keys(document.paths).map((path) => `${path.slice(1).replaceAll('/', '_')}.yaml`)
    expect(await filesIn(join(root, 'openapi/paths'))).toEqual(files.sort())
  })
})

test('CONTRIBUTING.md describes every extension of the sources, and no other.', async () => {
  const files = (await filesIn(join(root, 'openapi'))).filter((file) => file.endsWith('.yaml'))
  const texts = await Promise.all(files.map((file) => readFile(join(root, 'openapi', file), 'utf8')))
  const used = texts.flatMap((text) => [...text.matchAll(/^[ -]*(x-[a-z-]+):/gm)].map(([, name = '']) => name))
  const guide = await readFile(join(root, 'CONTRIBUTING.md'), 'utf8')
  const [, table = ''] = /^\| extension .*\n((?:\|.*\n)+)/m.exec(guide) ?? []
  const described = [...table.matchAll(/^\| ([^|]*)\|/gm)].flatMap(([, cell = '']) => cell.match(/x-[a-z-]+/g) ?? [])
  expect([...new Set(described)].sort()).toEqual([...new Set(used)].sort())
})

describe('The document', () => {
  test('describes exactly the operations of the platform, each with its provenance.', () => {
    const rows = operations.map(({ path, method, operation }) => [
      operation.operationId,
      operation['x-sdk-name'],
      method,
      path,
      operation['x-provenance'] as string,
    ])
    expect(rows.sort()).toEqual(expected.toSorted())
  })

  test('has the version of the package, so that one changelog speaks of both.', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    expect(document.info.version).toBe(version)
  })

  test.each(operations.map(({ operation, ...place }) => ({ id: operation.operationId, operation, ...place })))(
    'shows how to call $id, and its badge.',
    ({ method, operation }) => {
      const samples = operation['x-codeSamples'] ?? []
      const shortest = [
        ['TypeScript', 'TypeScript'],
        ['Shell', 'curl'],
      ]
      const full = [
        ['TypeScript', 'TypeScript (full)'],
        ['Shell', 'curl (full)'],
      ]
      expect(samples.map(({ lang, label }) => [lang, label])).toEqual([
        ...shortest,
        ...(samples.length > shortest.length ? full : []),
      ])
      expect(samples[0]?.source).toContain(`sceyt.${operation['x-sdk-name']}(`)
      expect(samples[1]?.source).toContain(`curl -X ${method} `)
      expect(operation['x-badges']).toEqual([
        { name: operation['x-provenance'], color: expect.stringMatching(/^#[0-9a-f]{6}$/) },
      ])
    },
  )
})
