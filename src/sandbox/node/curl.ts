import { apiKeyHeader, listUsers } from '../../../generated/operations.js'

/** A first call, to be pasted into a shell. */
export function curlLine(baseUrl: string, apiKey: string): string {
  return `curl -H '${apiKeyHeader}: ${apiKey}' ${baseUrl}${listUsers.path}`
}
