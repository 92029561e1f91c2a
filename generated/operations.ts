// Made by `npm run generate` from openapi/. Do not edit.
import type { Operation } from '../src/operation/operation.js'
import { withoutPrototypes } from '../src/common/without-prototypes.js'
import type { Shape } from '../src/operation/shape.js'

/** Version of the document, and of the package. */
export const version = '0.2.0'

/** Base URL of the API. */
export const serverUrl = 'https://{apiUrl}/v1/{appId}'

/** Header that carries the API key. */
export const apiKeyHeader = 'Platform-Api-Key'

/** Encoding of creation times in ids: Unix milliseconds since the epoch, shifted by some bits. */
export const snowflake = { epoch: 1584611944111, shift: 22 } as const

/** The numbers that stand for kinds of channels. */
export const channelTypeNumbers = { none: 0, private: 1, public: 2, direct: 3 } as const

/** The grammar of filter conditions. Every field accepts any text; the words listed are suggestions. */
export const filterGrammar = {
  fields: {
    type: ['public', 'private', 'direct'],
    created_at: [],
    uri: [],
    subject: [],
    label: [],
  },
  operators: ['eq', 'not_eq', 'gte', 'lte', 'contains', 'begins', 'ends', 'in'],
  separator: ';',
  otherSeparators: ['&'],
} as const

const shapeOfApplicationUpdate: Shape = {
  type: 'object',
  properties: {
    name: { type: 'string' },
  },
}

const shapeOfChannelTypeCreate: Shape = {
  type: 'object',
  required: ['name'],
  open: true,
  properties: {
    name: { type: 'string', minLength: 1 },
    discoverable: { type: 'boolean' },
    allowJoin: { type: 'boolean' },
    distinct: { type: 'boolean' },
    defaultMembershipRole: { type: 'string' },
    roleOverrides: { type: 'union', anyOf: [{ type: 'object' }, { type: 'array' }] },
  },
}

const shapeOfChannelUpdate: Shape = {
  type: 'object',
  properties: {
    subject: { type: 'string' },
    uri: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9_-]+$', words: 'ASCII letters, digits, underscores and hyphens' },
    label: { type: 'string' },
    metadata: { type: 'string' },
    avatar: { type: 'string' },
    owner: { type: 'string', minLength: 1 },
    type: { type: 'union', anyOf: [{ type: 'integer' }, { type: 'string', minLength: 1 }] },
    options: { type: 'object' },
  },
}

const shapeOfAttachmentSend: Shape = {
  type: 'object',
  required: ['url'],
  properties: {
    name: { type: 'string' },
    type: { type: 'string' },
    meta: { type: 'string' },
    url: { type: 'string' },
    size: { type: 'integer', minimum: 0 },
  },
}

const shapeOfMessageSend: Shape = {
  type: 'object',
  required: ['from', 'body'],
  properties: {
    from: { type: 'string', minLength: 1 },
    body: { type: 'string' },
    type: { type: 'string' },
    metadata: { type: 'string' },
    attachments: { type: 'array', items: shapeOfAttachmentSend },
  },
}

const shapeOfMessageEdit: Shape = {
  type: 'object',
  required: ['from', 'body'],
  properties: {
    from: { type: 'string', minLength: 1 },
    body: { type: 'string' },
  },
}

const shapeOfTyping: Shape = {
  type: 'object',
  required: ['from'],
  properties: {
    from: { type: 'string', minLength: 1 },
  },
}

const shapeOfMemberAdd: Shape = {
  type: 'object',
  required: ['username'],
  properties: {
    username: { type: 'string', minLength: 1 },
    role: { type: 'string' },
  },
}

const shapeOfMembersAdd: Shape = {
  type: 'object',
  required: ['members'],
  properties: {
    members: { type: 'array', minItems: 1, items: shapeOfMemberAdd },
  },
}

const shapeOfMembersRemove: Shape = {
  type: 'object',
  required: ['members'],
  properties: {
    members: { type: 'array', minItems: 1, items: { type: 'union', anyOf: [{ type: 'string', minLength: 1 }, {
  type: 'object',
  required: ['username'],
  properties: {
    username: { type: 'string', minLength: 1 },
  },
}] } },
  },
}

const shapeOfDirectChannelCreate: Shape = {
  type: 'object',
  required: ['members'],
  properties: {
    label: { type: 'string' },
    metadata: { type: 'string' },
    members: { type: 'array', minItems: 2, maxItems: 2, items: shapeOfMemberAdd },
  },
}

const shapeOfFileUpload: Shape = {
  type: 'object',
  required: ['files'],
  properties: {
    files: { type: 'file' },
  },
}

const shapeOfPrivateChannelCreate: Shape = {
  type: 'object',
  properties: {
    subject: { type: 'string' },
    label: { type: 'string' },
    metadata: { type: 'string' },
    avatar_url: { type: 'string' },
    owner: { type: 'string', minLength: 1 },
    members: { type: 'array', items: shapeOfMemberAdd },
  },
}

const shapeOfPublicChannelCreate: Shape = {
  type: 'object',
  properties: {
    subject: { type: 'string' },
    uri: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9_-]+$', words: 'ASCII letters, digits, underscores and hyphens' },
    label: { type: 'string' },
    metadata: { type: 'string' },
    avatar_url: { type: 'string' },
    owner: { type: 'string', minLength: 1 },
    members: { type: 'array', items: shapeOfMemberAdd },
  },
}

const shapeOfRoleCreate: Shape = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 1 },
    description: { type: 'string' },
    access: { type: 'integer' },
    priority: { type: 'integer', minimum: 1, maximum: 99 },
    permissions: { type: 'array', items: { type: 'integer' } },
  },
}

const shapeOfRoleUpdate: Shape = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1 },
    description: { type: 'string' },
    access: { type: 'integer' },
    priority: { type: 'integer', minimum: 1, maximum: 99 },
    permissions: { type: 'array', items: { type: 'integer' } },
  },
}

const shapeOfUserCreate: Shape = {
  type: 'object',
  required: ['username'],
  properties: {
    username: { type: 'string', minLength: 1 },
    first_name: { type: 'string' },
    last_name: { type: 'string' },
    avatar_url: { type: 'string' },
  },
}

const shapeOfUserUpdate: Shape = {
  type: 'object',
  properties: {
    first_name: { type: 'string' },
    last_name: { type: 'string' },
    avatar_url: { type: 'string' },
  },
}

export const getApplication: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'getApplication',
  name: 'application.get',
  method: 'GET',
  path: '/application',
  idempotent: true,
  pathParameters: {},
  result: 'object',
})

export const updateApplication: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'updateApplication',
  name: 'application.update',
  method: 'PUT',
  path: '/application',
  idempotent: true,
  pathParameters: {},
  body: { media: 'json', shape: shapeOfApplicationUpdate },
  result: 'object',
})

export const getStorageInfo: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'getStorageInfo',
  name: 'application.getStorage',
  method: 'GET',
  path: '/application/storage',
  idempotent: true,
  pathParameters: {},
  result: 'object',
})

export const createChannelType: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'createChannelType',
  name: 'channelTypes.create',
  method: 'POST',
  path: '/channel-types',
  idempotent: false,
  pathParameters: {},
  body: { media: 'json', shape: shapeOfChannelTypeCreate },
  result: 'object',
})

export const deleteChannelType: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'deleteChannelType',
  name: 'channelTypes.delete',
  method: 'DELETE',
  path: '/channel-types/{name}',
  idempotent: true,
  pathParameters: { name: { type: 'string', minLength: 1 } },
  result: 'none',
})

export const listChannels: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'listChannels',
  name: 'channels.list',
  method: 'GET',
  path: '/channels',
  idempotent: true,
  pathParameters: {},
  query: { type: 'object', properties: { filter: { type: 'array', items: { type: 'string', filter: true } }, limit: { type: 'integer', minimum: 1, maximum: 50 }, offset: { type: 'integer', minimum: 0 } } },
  result: 'object',
  pagination: { items: '/items', next: '/links/next' },
})

export const getChannel: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'getChannel',
  name: 'channels.get',
  method: 'GET',
  path: '/channels/{channelId}',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  result: 'object',
})

export const updateChannel: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'updateChannel',
  name: 'channels.update',
  method: 'PUT',
  path: '/channels/{channelId}',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  body: { media: 'json', shape: shapeOfChannelUpdate },
  result: 'object',
})

export const deleteChannel: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'deleteChannel',
  name: 'channels.delete',
  method: 'DELETE',
  path: '/channels/{channelId}',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  result: 'none',
})

export const listBlockedMembers: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'listBlockedMembers',
  name: 'channels.members.listBlocked',
  method: 'GET',
  path: '/channels/{channelId}/blocked-users',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  query: { type: 'object', properties: { limit: { type: 'integer', minimum: 1, maximum: 50 }, offset: { type: 'integer', minimum: 0 } } },
  result: 'object',
  pagination: { items: '/users', next: '/links/next' },
})

export const listMessages: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'listMessages',
  name: 'messages.list',
  method: 'GET',
  path: '/channels/{channelId}/messages',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  query: { type: 'object', properties: { limit: { type: 'integer', minimum: 1, maximum: 50 }, offset: { type: 'integer', minimum: 0 } } },
  result: 'object',
  pagination: { items: '/messages', next: '/links/next' },
})

export const sendMessage: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'sendMessage',
  name: 'messages.send',
  method: 'POST',
  path: '/channels/{channelId}/messages',
  idempotent: false,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  body: { media: 'json', shape: shapeOfMessageSend },
  result: 'object',
})

export const editMessage: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'editMessage',
  name: 'messages.edit',
  method: 'PUT',
  path: '/channels/{channelId}/messages/{messageId}',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 }, messageId: { type: 'string', minLength: 1 } },
  body: { media: 'json', shape: shapeOfMessageEdit },
  result: 'object',
})

export const deleteMessage: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'deleteMessage',
  name: 'messages.delete',
  method: 'DELETE',
  path: '/channels/{channelId}/messages/{messageId}',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 }, messageId: { type: 'string', minLength: 1 } },
  query: { type: 'object', required: ['from'], properties: { from: { type: 'string', minLength: 1 } } },
  result: 'none',
})

export const startTyping: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'startTyping',
  name: 'channels.startTyping',
  method: 'POST',
  path: '/channels/{channelId}/start-typing',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  body: { media: 'json', shape: shapeOfTyping },
  result: 'none',
})

export const stopTyping: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'stopTyping',
  name: 'channels.stopTyping',
  method: 'POST',
  path: '/channels/{channelId}/stop-typing',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  body: { media: 'json', shape: shapeOfTyping },
  result: 'none',
})

export const listChannelMembers: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'listChannelMembers',
  name: 'channels.members.list',
  method: 'GET',
  path: '/channels/{channelId}/users',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  query: { type: 'object', properties: { limit: { type: 'integer', minimum: 1, maximum: 50 }, offset: { type: 'integer', minimum: 0 } } },
  result: 'object',
  pagination: { items: '/users', next: '/links/next' },
})

export const addChannelMembers: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'addChannelMembers',
  name: 'channels.members.add',
  method: 'POST',
  path: '/channels/{channelId}/users',
  idempotent: false,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  body: { media: 'json', shape: shapeOfMembersAdd },
  result: 'array',
})

export const removeChannelMembers: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'removeChannelMembers',
  name: 'channels.members.remove',
  method: 'DELETE',
  path: '/channels/{channelId}/users',
  idempotent: true,
  pathParameters: { channelId: { type: 'string', minLength: 1 } },
  body: { media: 'json', shape: shapeOfMembersRemove },
  result: 'array',
})

export const createDirectChannel: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'createDirectChannel',
  name: 'channels.createDirect',
  method: 'POST',
  path: '/direct-channels',
  idempotent: false,
  pathParameters: {},
  body: { media: 'json', shape: shapeOfDirectChannelCreate },
  result: 'object',
})

export const uploadFile: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'uploadFile',
  name: 'files.upload',
  method: 'POST',
  path: '/files',
  idempotent: false,
  pathParameters: {},
  body: { media: 'form', shape: shapeOfFileUpload },
  result: 'object',
})

export const downloadFile: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'downloadFile',
  name: 'files.download',
  method: 'GET',
  path: '/files/{fileName}',
  idempotent: true,
  pathParameters: { fileName: { type: 'string', minLength: 1, address: 'url' } },
  result: 'file',
})

export const deleteFile: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'deleteFile',
  name: 'files.delete',
  method: 'DELETE',
  path: '/files/{fileName}',
  idempotent: true,
  pathParameters: { fileName: { type: 'string', minLength: 1, address: 'url' } },
  result: 'none',
})

export const deleteMessageAttachments: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'deleteMessageAttachments',
  name: 'messages.deleteAttachments',
  method: 'DELETE',
  path: '/messages/{messageId}/attachments',
  idempotent: true,
  pathParameters: { messageId: { type: 'string', minLength: 1 } },
  result: 'none',
})

export const createPrivateChannel: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'createPrivateChannel',
  name: 'channels.createPrivate',
  method: 'POST',
  path: '/private-channels',
  idempotent: false,
  pathParameters: {},
  body: { media: 'json', shape: shapeOfPrivateChannelCreate },
  result: 'object',
})

export const createPublicChannel: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'createPublicChannel',
  name: 'channels.createPublic',
  method: 'POST',
  path: '/public-channels',
  idempotent: false,
  pathParameters: {},
  body: { media: 'json', shape: shapeOfPublicChannelCreate },
  result: 'object',
})

export const listRoles: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'listRoles',
  name: 'roles.list',
  method: 'GET',
  path: '/roles',
  idempotent: true,
  pathParameters: {},
  result: 'array',
  pagination: { items: '' },
})

export const createRole: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'createRole',
  name: 'roles.create',
  method: 'POST',
  path: '/roles',
  idempotent: false,
  pathParameters: {},
  body: { media: 'json', shape: shapeOfRoleCreate },
  result: 'object',
})

export const getRole: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'getRole',
  name: 'roles.get',
  method: 'GET',
  path: '/roles/{roleId}',
  idempotent: true,
  pathParameters: { roleId: { type: 'integer' } },
  result: 'object',
})

export const updateRole: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'updateRole',
  name: 'roles.update',
  method: 'PUT',
  path: '/roles/{roleId}',
  idempotent: true,
  pathParameters: { roleId: { type: 'integer' } },
  body: { media: 'json', shape: shapeOfRoleUpdate },
  result: 'object',
})

export const deleteRole: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'deleteRole',
  name: 'roles.delete',
  method: 'DELETE',
  path: '/roles/{roleId}',
  idempotent: true,
  pathParameters: { roleId: { type: 'integer' } },
  result: 'none',
})

export const listUsers: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'listUsers',
  name: 'users.list',
  method: 'GET',
  path: '/users',
  idempotent: true,
  pathParameters: {},
  query: { type: 'object', properties: { limit: { type: 'integer', minimum: 1, maximum: 50 }, offset: { type: 'integer', minimum: 0 } } },
  result: 'object',
  pagination: { items: '/users', next: '/links/next' },
})

export const createUser: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'createUser',
  name: 'users.create',
  method: 'POST',
  path: '/users',
  idempotent: false,
  pathParameters: {},
  body: { media: 'json', shape: shapeOfUserCreate },
  result: 'object',
})

export const getUser: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'getUser',
  name: 'users.get',
  method: 'GET',
  path: '/users/{username}',
  idempotent: true,
  pathParameters: { username: { type: 'string', minLength: 1 } },
  result: 'object',
})

export const updateUser: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'updateUser',
  name: 'users.update',
  method: 'PUT',
  path: '/users/{username}',
  idempotent: true,
  pathParameters: { username: { type: 'string', minLength: 1 } },
  body: { media: 'json', shape: shapeOfUserUpdate },
  result: 'object',
})

export const deleteUser: Operation = /* @__PURE__ */ withoutPrototypes({
  id: 'deleteUser',
  name: 'users.delete',
  method: 'DELETE',
  path: '/users/{username}',
  idempotent: true,
  pathParameters: { username: { type: 'string', minLength: 1 } },
  result: 'none',
})

export const operations: readonly Operation[] = [
  getApplication,
  updateApplication,
  getStorageInfo,
  createChannelType,
  deleteChannelType,
  listChannels,
  getChannel,
  updateChannel,
  deleteChannel,
  listBlockedMembers,
  listMessages,
  sendMessage,
  editMessage,
  deleteMessage,
  startTyping,
  stopTyping,
  listChannelMembers,
  addChannelMembers,
  removeChannelMembers,
  createDirectChannel,
  uploadFile,
  downloadFile,
  deleteFile,
  deleteMessageAttachments,
  createPrivateChannel,
  createPublicChannel,
  listRoles,
  createRole,
  getRole,
  updateRole,
  deleteRole,
  listUsers,
  createUser,
  getUser,
  updateUser,
  deleteUser,
]
