import type { Endpoint } from '../../document.js'

/** Returns the name of an operation's page: that of its method in the client. */
export function operationFile({ operation }: Pick<Endpoint, 'operation'>): string {
  return `${operation['x-sdk-name']}.md`
}
