import { expect, test } from 'vitest'
import { readDocument } from '../../scripts/document.js'
import { endpointsOfTag } from '../../scripts/lib/endpoints-of-tag.js'

const document = await readDocument()

test.for([
  ['Users', 'list get create update delete'],
  ['Channels', 'list get createDirect createPrivate createPublic update delete startTyping stopTyping'],
  ['Members', 'list listBlocked add remove'],
  ['Messages', 'list send edit delete deleteAttachments'],
  ['Files', 'upload download delete'],
] as const)('the operations of %s are listed in reading order', ([name, methods]) => {
  const names = endpointsOfTag(document, { name }).map(({ operation }) => operation['x-sdk-name'])
  expect(names.map((method) => method.replace(/^.*\./, '')).join(' ')).toBe(methods)
})
