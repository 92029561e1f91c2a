// Made by `npm run generate` from openapi/. Do not edit.
/** The name of an operation in the client. */
export type OperationName =
  | 'application.get'
  | 'application.update'
  | 'application.getStorage'
  | 'channelTypes.create'
  | 'channelTypes.delete'
  | 'channels.list'
  | 'channels.get'
  | 'channels.update'
  | 'channels.delete'
  | 'channels.members.listBlocked'
  | 'messages.list'
  | 'messages.send'
  | 'messages.edit'
  | 'messages.delete'
  | 'channels.startTyping'
  | 'channels.stopTyping'
  | 'channels.members.list'
  | 'channels.members.add'
  | 'channels.members.remove'
  | 'channels.createDirect'
  | 'files.upload'
  | 'files.download'
  | 'files.delete'
  | 'messages.deleteAttachments'
  | 'channels.createPrivate'
  | 'channels.createPublic'
  | 'roles.list'
  | 'roles.create'
  | 'roles.get'
  | 'roles.update'
  | 'roles.delete'
  | 'users.list'
  | 'users.create'
  | 'users.get'
  | 'users.update'
  | 'users.delete'

/** The operations of each resource of the client. */
export interface OperationsOf {
  application: 'getApplication' | 'updateApplication' | 'getStorageInfo'
  channelTypes: 'createChannelType' | 'deleteChannelType'
  channels: 'listChannels' | 'getChannel' | 'updateChannel' | 'deleteChannel' | 'startTyping' | 'stopTyping' | 'createDirectChannel' | 'createPrivateChannel' | 'createPublicChannel'
  'channels.members': 'listBlockedMembers' | 'listChannelMembers' | 'addChannelMembers' | 'removeChannelMembers'
  messages: 'listMessages' | 'sendMessage' | 'editMessage' | 'deleteMessage' | 'deleteMessageAttachments'
  files: 'uploadFile' | 'downloadFile' | 'deleteFile'
  roles: 'listRoles' | 'createRole' | 'getRole' | 'updateRole' | 'deleteRole'
  users: 'listUsers' | 'createUser' | 'getUser' | 'updateUser' | 'deleteUser'
}

/** The errors of the API. In a message, `{name}` stands for a value of the caller, and `{{name}}` for any other. */
export const errorMessages = {
  malformedUrl: { status: 400, code: 40000, type: 'BadRequest', message: 'The {{part}} is malformed: expected percent-encoded UTF-8, such as %C3%A9 for é.' },
  malformed: { status: 400, code: 40000, type: 'BadRequest', message: 'The body {{problem}}.' },
  malformedForm: { status: 400, code: 40000, type: 'BadRequest', message: 'The body is not valid multipart/form-data.' },
  unknownKey: { status: 401, code: 40104, type: 'Authentication', message: 'The API key is unknown.' },
  missingKey: { status: 401, code: 40104, type: 'Authentication', message: 'Missing API key: send it in the {{header}} header.' },
  wrongAddress: { status: 403, code: 40105, type: 'NotAllowed', message: 'The API key may not be used from this IP address.' },
  otherApplication: { status: 403, code: 40105, type: 'NotAllowed', message: 'The API key does not belong to the application {appId}.' },
  notMember: { status: 403, code: 40105, type: 'NotAllowed', message: '{username} is not a member of this channel.' },
  blocked: { status: 403, code: 40105, type: 'NotAllowed', message: '{username} was kicked and blocked from this channel.' },
  notPermitted: { status: 403, code: 40105, type: 'NotAllowed', message: 'The role {role} of {username} does not have the permission {{permission}}.' },
  outranked: { status: 403, code: 40105, type: 'NotAllowed', message: 'The role of {username} has a higher priority than {role}.' },
  ownerStays: { status: 403, code: 40105, type: 'NotAllowed', message: '{{field}}: {username} owns the channel; change its owner first.' },
  directIsFull: { status: 403, code: 40105, type: 'NotAllowed', message: 'Members cannot be added to a direct channel.' },
  directStays: { status: 403, code: 40105, type: 'NotAllowed', message: 'Members cannot be removed from a direct channel.' },
  fixedRole: { status: 403, code: 40105, type: 'NotAllowed', message: 'The role {{role}} cannot be changed or deleted.' },
  fixedName: { status: 403, code: 40105, type: 'NotAllowed', message: 'The role {{role}} cannot be renamed: members get it by default.' },
  channelNotFound: { status: 404, code: 40401, type: 'NotFound', message: 'There is no channel {channelId}.' },
  userNotFound: { status: 404, code: 40015, type: 'NotFound', message: 'There is no user {username}.' },
  messageNotFound: { status: 404, code: 40400, type: 'NotFound', message: 'There is no message {messageId}.' },
  roleNotFound: { status: 404, code: 40400, type: 'NotFound', message: 'There is no role {roleId}.' },
  fileNotFound: { status: 404, code: 40400, type: 'NotFound', message: 'There is no file {fileName}.' },
  channelTypeNotFound: { status: 404, code: 40400, type: 'NotFound', message: 'There is no channel type {name}.' },
  notNumber: { status: 404, code: 40400, type: 'NotFound', message: '{{parameter}} must be a whole number, got {value}.' },
  usernameTaken: { status: 409, code: 40900, type: 'BadRequest', message: 'username {username} is taken.' },
  roleTaken: { status: 409, code: 40900, type: 'BadRequest', message: 'name {name} is taken by another role.' },
  channelTypeTaken: { status: 409, code: 40900, type: 'BadRequest', message: 'name {name} is taken by another channel type.' },
  uriTaken: { status: 409, code: 40006, type: 'BadRequest', message: 'uri {uri} is taken by another channel.' },
  alreadyDirect: { status: 409, code: 40006, type: 'BadRequest', message: 'These users already have a direct channel.' },
  alreadyMember: { status: 409, code: 40007, type: 'BadRequest', message: '{{field}}: {username} is already a member.' },
  roleInUse: { status: 409, code: 40901, type: 'BadRequest', message: 'The role {role} is in use: a member has it.' },
  defaultRole: { status: 409, code: 40901, type: 'BadRequest', message: 'The role {{role}} is in use: members get it by default.' },
  tooLarge: { status: 413, code: 40001, type: 'TooLargeRequest', message: 'The body is larger than {limit} bytes.' },
  otherMediaType: { status: 415, code: 40000, type: 'BadRequest', message: 'Content-Type must be {{mediaType}}, got {{received}}.' },
  invalid: { status: 422, code: 40003, type: 'BadParam', message: '{{violation}}' },
  unknownUser: { status: 422, code: 40003, type: 'BadParam', message: '{{field}} must be an existing user, got {username}.' },
  unknownRole: { status: 422, code: 40003, type: 'BadParam', message: '{{field}} must be an existing role, got {role}.' },
  pathSegment: { status: 422, code: 40003, type: 'BadParam', message: '{{field}} must not be {value}: it cannot be a path segment of a URL.' },
  ownerRole: { status: 422, code: 40003, type: 'BadParam', message: '{{field}} must not be Owner: to make {username} the owner, set the owner of the channel.' },
  ownerKeepsRole: { status: 422, code: 40003, type: 'BadParam', message: '{{field}} must be Owner, since {username} owns the channel.' },
  sameMembers: { status: 422, code: 40003, type: 'BadParam', message: 'members must be two different users.' },
  directType: { status: 422, code: 40003, type: 'BadParam', message: 'type must not change from or to direct.' },
  notInDirect: { status: 422, code: 40003, type: 'BadParam', message: '{{field}} is not allowed: a direct channel has no {{field}}.' },
  tooDeep: { status: 422, code: 40003, type: 'BadParam', message: 'A channel type must not be nested more than {maxDepth} levels deep.' },
  slowDown: { status: 429, code: 42900, type: 'TooManyRequests', message: 'Rate limit exceeded: more than {requests} requests in {window} ms.' },
  failed: { status: 500, code: 50001, type: 'InternalError', message: 'Something went wrong on the server.' },
} as const

/** The errors of each operation. */
export const operationErrors = {
  getApplication: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'slowDown', 'failed'],
  updateApplication: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'tooLarge', 'otherMediaType', 'invalid', 'slowDown', 'failed'],
  getStorageInfo: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'slowDown', 'failed'],
  createChannelType: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'channelTypeTaken', 'tooLarge', 'otherMediaType', 'invalid', 'pathSegment', 'tooDeep', 'slowDown', 'failed'],
  deleteChannelType: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'channelTypeNotFound', 'slowDown', 'failed'],
  listChannels: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'invalid', 'slowDown', 'failed'],
  getChannel: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'channelNotFound', 'slowDown', 'failed'],
  updateChannel: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'blocked', 'channelNotFound', 'uriTaken', 'tooLarge', 'otherMediaType', 'invalid', 'unknownUser', 'directType', 'notInDirect', 'slowDown', 'failed'],
  deleteChannel: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'channelNotFound', 'slowDown', 'failed'],
  listBlockedMembers: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'channelNotFound', 'invalid', 'slowDown', 'failed'],
  listMessages: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'channelNotFound', 'invalid', 'slowDown', 'failed'],
  sendMessage: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'notMember', 'blocked', 'notPermitted', 'channelNotFound', 'tooLarge', 'otherMediaType', 'invalid', 'unknownUser', 'slowDown', 'failed'],
  editMessage: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'notMember', 'blocked', 'notPermitted', 'outranked', 'channelNotFound', 'messageNotFound', 'tooLarge', 'otherMediaType', 'invalid', 'unknownUser', 'slowDown', 'failed'],
  deleteMessage: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'notMember', 'blocked', 'notPermitted', 'outranked', 'channelNotFound', 'messageNotFound', 'invalid', 'unknownUser', 'slowDown', 'failed'],
  startTyping: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'notMember', 'blocked', 'channelNotFound', 'tooLarge', 'otherMediaType', 'invalid', 'unknownUser', 'slowDown', 'failed'],
  stopTyping: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'notMember', 'blocked', 'channelNotFound', 'tooLarge', 'otherMediaType', 'invalid', 'unknownUser', 'slowDown', 'failed'],
  listChannelMembers: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'channelNotFound', 'invalid', 'slowDown', 'failed'],
  addChannelMembers: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'blocked', 'directIsFull', 'channelNotFound', 'alreadyMember', 'tooLarge', 'otherMediaType', 'invalid', 'unknownUser', 'unknownRole', 'ownerRole', 'ownerKeepsRole', 'slowDown', 'failed'],
  removeChannelMembers: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'ownerStays', 'directStays', 'channelNotFound', 'tooLarge', 'otherMediaType', 'invalid', 'unknownUser', 'slowDown', 'failed'],
  createDirectChannel: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'alreadyDirect', 'tooLarge', 'otherMediaType', 'invalid', 'unknownUser', 'unknownRole', 'sameMembers', 'notInDirect', 'slowDown', 'failed'],
  uploadFile: ['malformedUrl', 'malformedForm', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'tooLarge', 'otherMediaType', 'invalid', 'slowDown', 'failed'],
  downloadFile: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'fileNotFound', 'slowDown', 'failed'],
  deleteFile: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'fileNotFound', 'slowDown', 'failed'],
  deleteMessageAttachments: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'messageNotFound', 'slowDown', 'failed'],
  createPrivateChannel: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'tooLarge', 'otherMediaType', 'invalid', 'unknownUser', 'unknownRole', 'ownerRole', 'slowDown', 'failed'],
  createPublicChannel: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'uriTaken', 'tooLarge', 'otherMediaType', 'invalid', 'unknownUser', 'unknownRole', 'ownerRole', 'slowDown', 'failed'],
  listRoles: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'slowDown', 'failed'],
  createRole: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'roleTaken', 'tooLarge', 'otherMediaType', 'invalid', 'slowDown', 'failed'],
  getRole: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'roleNotFound', 'notNumber', 'slowDown', 'failed'],
  updateRole: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'fixedRole', 'fixedName', 'roleNotFound', 'notNumber', 'roleTaken', 'tooLarge', 'otherMediaType', 'invalid', 'slowDown', 'failed'],
  deleteRole: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'fixedRole', 'roleNotFound', 'notNumber', 'roleInUse', 'defaultRole', 'slowDown', 'failed'],
  listUsers: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'invalid', 'slowDown', 'failed'],
  createUser: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'usernameTaken', 'tooLarge', 'otherMediaType', 'invalid', 'pathSegment', 'slowDown', 'failed'],
  getUser: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'userNotFound', 'slowDown', 'failed'],
  updateUser: ['malformedUrl', 'malformed', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'userNotFound', 'tooLarge', 'otherMediaType', 'invalid', 'slowDown', 'failed'],
  deleteUser: ['malformedUrl', 'unknownKey', 'missingKey', 'wrongAddress', 'otherApplication', 'userNotFound', 'slowDown', 'failed'],
} as const

/** The permissions that the role of the acting user needs: always, or only for one's own messages, those of others, or with a field. */
export const operationPermissions = {
  sendMessage: [
    {
      permission: 'Send Message',
    },
    {
      permission: 'Send Attachment Message',
      if: 'attachments',
    },
  ],
  editMessage: [
    {
      permission: 'Edit Own Message',
      if: 'own',
    },
    {
      permission: 'Edit any Message',
      if: 'other',
    },
  ],
  deleteMessage: [
    {
      permission: 'Delete Own Message',
      if: 'own',
    },
    {
      permission: 'Delete any Message',
      if: 'other',
    },
  ],
} as const

/** The roles that exist from the start. */
export const defaultRoles = [
  {
    name: 'Owner',
    description: 'Owns the channel',
    priority: 99,
    permissions: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
  },
  {
    name: 'Participant',
    description: 'Takes part in the channel',
    priority: 1,
    permissions: [3, 6, 7, 8, 10, 12, 13, 14, 15, 16],
  },
] as const

/** Number of items on a page if the request has no limit. */
export const defaultLimits = {
  listChannels: 20,
  listBlockedMembers: 30,
  listMessages: 50,
  listChannelMembers: 30,
  listUsers: 30,
} as const

/** The fields of each resource in responses. */
export const fields = {
  Application: ['name', 'public_key'],
  ChannelType: ['name'],
  ChannelList: ['count', 'total_count', 'links', 'items'],
  Links: ['current', 'previews', 'next', 'first', 'last'],
  Channel: ['id', 'uri', 'subject', 'label', 'metadata', 'avatar', 'created_at', 'type', 'members_count', 'owner', 'last_message'],
  User: ['username', 'first_name', 'last_name', 'avatar', 'created_at', 'updated_at', 'last_login_at', 'presence_status'],
  LastMessage: ['id', 'from', 'body'],
  MemberList: ['count', 'total_count', 'links', 'users'],
  Member: ['username', 'first_name', 'last_name', 'avatar', 'created_at', 'updated_at', 'status', 'role'],
  MessageList: ['count', 'links', 'messages'],
  Message: ['id', 'from', 'body', 'type', 'metadata', 'attachments'],
  Attachment: ['name', 'type', 'meta', 'url', 'size'],
  UploadedFile: ['url'],
  Role: ['id', 'app_id', 'name', 'description', 'access', 'priority', 'permissions'],
  UserList: ['count', 'total_count', 'links', 'users'],
} as const

/** The fields of a request that its response shows, and their names in the response. */
export const storedFields = {
  updateApplication: {
    name: 'name',
  },
  createChannelType: {
    name: 'name',
  },
  updateChannel: {
    subject: 'subject',
    uri: 'uri',
    label: 'label',
    metadata: 'metadata',
    avatar: 'avatar',
    owner: 'owner',
    type: 'type',
  },
  sendMessage: {
    from: 'from',
    body: 'body',
    type: 'type',
    metadata: 'metadata',
    attachments: 'attachments',
  },
  editMessage: {
    from: 'from',
    body: 'body',
  },
  createDirectChannel: {
    label: 'label',
    metadata: 'metadata',
  },
  createPrivateChannel: {
    subject: 'subject',
    label: 'label',
    metadata: 'metadata',
    avatar_url: 'avatar',
    owner: 'owner',
  },
  createPublicChannel: {
    subject: 'subject',
    uri: 'uri',
    label: 'label',
    metadata: 'metadata',
    avatar_url: 'avatar',
    owner: 'owner',
  },
  createRole: {
    name: 'name',
    description: 'description',
    access: 'access',
    priority: 'priority',
    permissions: 'permissions',
  },
  updateRole: {
    name: 'name',
    description: 'description',
    access: 'access',
    priority: 'priority',
    permissions: 'permissions',
  },
  createUser: {
    username: 'username',
    first_name: 'first_name',
    last_name: 'last_name',
    avatar_url: 'avatar',
  },
  updateUser: {
    first_name: 'first_name',
    last_name: 'last_name',
    avatar_url: 'avatar',
  },
} as const
