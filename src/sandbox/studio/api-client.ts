import { createSceyt, type Sceyt } from 'sceyt-platform'
import type { BootApp } from './boot-data.js'

/** Creates the client of an application. Its errors are shown as they are, so it does not retry. */
export function createApiClient({ baseUrl, apiKey }: BootApp): Sceyt {
  return createSceyt({ baseUrl, apiKey, allowBrowser: true, maxRetries: 0 })
}

/**
 * Calls a method of the client by its name in the document, such as `channels.members.add`.
 *
 * @param parameters - Those of the method, in its order: path parameters, then query or body.
 */
export async function callMethod(sceyt: Sceyt, name: string, ...parameters: readonly unknown[]): Promise<unknown> {
  const names = name.split('.')
  const method = names.pop() ?? ''
  const resource = names.reduce((node, key) => Reflect.get(node, key) as object, sceyt as object)
  const call = Reflect.get(resource, method) as (...values: readonly unknown[]) => Promise<unknown>
  return call.apply(resource, [...parameters])
}
