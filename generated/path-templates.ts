// Made by `npm run generate` from openapi/. Do not edit.
/** The paths of all operations, under the base URL. */
export const pathTemplates: readonly string[] = ['/application', '/application/storage', '/channel-types', '/channel-types/{name}', '/channels', '/channels/{channelId}', '/channels/{channelId}/blocked-users', '/channels/{channelId}/messages', '/channels/{channelId}/messages/{messageId}', '/channels/{channelId}/start-typing', '/channels/{channelId}/stop-typing', '/channels/{channelId}/users', '/direct-channels', '/files', '/files/{fileName}', '/messages/{messageId}/attachments', '/private-channels', '/public-channels', '/roles', '/roles/{roleId}', '/users', '/users/{username}']

/** Those of them that return files. */
export const filePathTemplates: readonly string[] = ['/files/{fileName}']
