import { Contract } from '../../scripts/contract.js'
import type { Endpoint } from '../../scripts/document.js'
import { endpointsOf, readDocument } from '../../scripts/document.js'
import type { ExampleInput } from '../../scripts/generate/samples.js'
import { createSceyt, type Sceyt, type SceytOptions } from '../../src/index.js'

export const openapi = await readDocument()
export const contract = new Contract(openapi)
export const endpoints = endpointsOf(openapi)

/** A recorded request, and how its response differs from the OpenAPI document. */
interface RecordedCall {
  method: string
  url: URL
  body: unknown
  status: number
  differences: string[]
}

/** A client, and the requests that it sent. */
export interface Recorded {
  sceyt: Sceyt
  calls: RecordedCall[]
}

/** Creates a client that records each request. */
export function createRecorded(options: SceytOptions): Recorded {
  const { fetch: send = (url, init) => fetch(url, init) } = options
  const calls: RecordedCall[] = []
  const sceyt = createSceyt({
    ...options,
    // Requests are counted, and a 429 would make the client wait.
    maxRetries: 0,
    fetch: async (input, init) => {
      const url = String(input)
      const method = init.method ?? 'GET'
      const response = await send(input, init)
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : (init.body ?? undefined)
      const differences = await differencesOf(method, url, response.clone())
      calls.push({ method, url: new URL(url), body, status: response.status, differences })
      return response
    },
  })
  return { sceyt, calls }
}

/** Compares a response with the document. A failure to compare is a difference too: thrown, it would look like a lost connection. */
async function differencesOf(method: string, url: string, response: Response): Promise<string[]> {
  try {
    return await contract.differences(contract.endpointOf(method, url), response)
  } catch (error) {
    return [String(error)]
  }
}

/** Returns the path, query and body of an example as arguments of the client's method. */
export function argumentsOf({ path: template }: Endpoint, { path, query, body, media }: ExampleInput): unknown[] {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name as string)
  const content = media === 'multipart/form-data' ? fileOf(body) : body
  return [
    ...names.map((name) => path[name]),
    ...(body === undefined ? [] : [content]),
    ...(Object.keys(query).length > 0 ? [query] : []),
  ]
}

/** Calls the raw client with an example. */
export function callRaw(
  sceyt: Sceyt,
  { method, path: template, operation }: Endpoint,
  { path, query, body }: ExampleInput,
  options: object = {},
): Promise<{ data?: unknown; error?: unknown; response: Response }> {
  const request = sceyt.raw.request as (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ data?: unknown; error?: unknown; response: Response }>
  const content = operation.requestBody?.content['multipart/form-data'] ? { files: fileOf(body) } : body
  return request(method, template, {
    params: { path, query },
    ...(body !== undefined && { body: content }),
    ...options,
  })
}

function fileOf(body: unknown): File {
  return new File([String(Object.values(body as object)[0])], 'hello.txt', { type: 'text/plain' })
}
