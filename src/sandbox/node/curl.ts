import { apiKeyHeader, listUsers } from '../../../generated/operations.js'

/** Returns a first request, as a command for a shell. */
export function curlLine(baseUrl: string, apiKey: string): string {
  return `curl -H '${apiKeyHeader}: ${apiKey}' ${baseUrl}${listUsers.path}`
}
