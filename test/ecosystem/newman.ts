import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { convertV2, type Options } from 'openapi-to-postmanv2'
import { documentFile } from '../../scripts/document.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { randomCases } from '../lib/random.js'
import { type Row, versionOf } from './row.js'

/** A request of a Postman collection, or a folder of them. */
interface Item {
  readonly name: string
  readonly item?: readonly Item[]
  readonly request?: { readonly body?: { readonly formdata?: { type: string; src?: string }[] } }
}

interface Collection {
  readonly item: readonly Item[]
}

/** The part of newman that is used. Its own types need those of Postman's whole SDK. */
interface Newman {
  run(options: object, done: (error: Error | null, summary: Summary) => void): void
}

interface Summary {
  readonly run: {
    readonly executions: readonly {
      readonly item: { readonly name: string }
      readonly requestError?: Error
      readonly response?: { readonly code: number; text(): string }
    }[]
  }
}

const require = createRequire(import.meta.url)
const { run } = require('newman') as Newman
/** A file to upload, which a Postman collection can only name. */
const upload = fileURLToPath(import.meta.url)

/**
 * Converts the OpenAPI document to a Postman collection, with its examples, and runs it with newman against a sandbox with the
 * demo world: in the document's order, and in random ones. Every response must be a success.
 *
 * @param operations - The number of operations in the document.
 */
export async function runInNewman(operations: number): Promise<Row> {
  const collection = await convert(await readFile(documentFile, 'utf8'))
  const requests = requestsIn(collection.item)
  const orders = [
    requests,
    ...fc.sample(fc.shuffledSubarray(requests, { minLength: requests.length }), randomCases(10)),
  ]
  const problems = requests.length === operations ? [] : [`expected ${operations} requests, got ${requests.length}`]
  let successes = 0
  for (const [index, item] of orders.entries()) {
    const failures = await runAll({ ...collection, item })
    successes += item.length - failures.length
    const order = index === 0 ? "in the document's order" : `in random order ${index}`
    problems.push(...failures.map((failure) => `${order}: ${failure}`))
  }
  return {
    tool: 'newman',
    version: await versionOf('newman'),
    did: `sent the examples, converted by openapi-to-postmanv2 ${await versionOf('openapi-to-postmanv2')}`,
    result: `${successes} of ${requests.length * orders.length} requests succeeded, in ${orders.length} orders`,
    problems,
  }
}

function convert(data: string): Promise<Collection> {
  const options: Options = { parametersResolution: 'Example' }
  return new Promise((resolve, reject) => {
    convertV2({ type: 'string', data }, options, (error, converted) => {
      const [first] = converted?.output ?? []
      if (first) resolve(first.data as unknown as Collection)
      else reject(error ?? new Error(`The document cannot be converted: ${converted?.reason}`))
    })
  })
}

function requestsIn(items: readonly Item[]): Item[] {
  return items.flatMap((each) => {
    if (each.item) return requestsIn(each.item)
    for (const field of each.request?.body?.formdata ?? []) if (field.type === 'file') field.src = upload
    return [each]
  })
}

/** Runs a collection on a new demo world, and returns which requests failed, and how. */
async function runAll(collection: Collection): Promise<string[]> {
  const server = await listen(createSandbox({ seed: demo }))
  const { baseUrl, apiKey } = server.connection()
  const envVar = Object.entries({ baseUrl, apiKey }).map(([key, value]) => ({ key, value }))
  try {
    const { run: finished } = await new Promise<Summary>((resolve, reject) => {
      run({ collection, envVar, reporters: [] }, (error, summary) => (error ? reject(error) : resolve(summary)))
    })
    const failures = finished.executions.flatMap(({ item, requestError, response }) => {
      if (response && response.code >= 200 && response.code < 300) return []
      return [`${item.name}: ${requestError ?? `${response?.code} ${response?.text()}`}`]
    })
    const missing = collection.item.length - finished.executions.length
    return missing === 0 ? failures : [...failures, `${missing} requests were not sent`]
  } finally {
    await server.close()
  }
}
