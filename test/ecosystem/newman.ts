import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { randomCases } from '../lib/random.js'
import { type Row, versionOf } from './row.js'

/** A request of a Postman collection, or a folder of them. */
interface Item {
  readonly name: string
  readonly item?: readonly Item[]
  readonly request?: {
    readonly url: { readonly query: { disabled: boolean }[] }
    readonly body?: { readonly formdata?: { type: string; src?: string }[] }
  }
}

interface Collection {
  readonly item: readonly Item[]
}

interface Environment {
  readonly values: { readonly key: string; readonly type: string; value: string }[]
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
 * Runs the generated Postman collection, with its environment, against a sandbox with the demo world: as a user imports it, and
 * with every optional parameter selected, in the document's order and in random ones. Every response must be a success.
 *
 * @param operations - The number of operations in the document.
 */
export async function runInNewman(operations: number): Promise<Row> {
  const collection = await readGenerated<Collection>('postman-collection.json')
  const requests = requestsIn(collection.item)
  const selected = requests.map(selectParameters)
  const shuffled = fc.sample(fc.shuffledSubarray(selected, { minLength: selected.length }), randomCases(10))
  const runs: [string, readonly Item[]][] = [
    ['as it is', collection.item],
    ['with all parameters', selected],
    ...shuffled.map((item, index): [string, Item[]] => [`in random order ${index + 1}`, item]),
  ]
  const problems = requests.length === operations ? [] : [`expected ${operations} requests, got ${requests.length}`]
  let successes = 0
  for (const [name, item] of runs) {
    const failures = await runAll({ ...collection, item }, requests.length)
    successes += requests.length - failures.length
    problems.push(...failures.map((failure) => `${name}: ${failure}`))
  }
  return {
    tool: 'newman',
    version: await versionOf('newman'),
    did: 'ran the generated collection',
    result: `${successes} of ${requests.length * runs.length} requests succeeded, in ${shuffled.length + 1} orders`,
    problems,
  }
}

async function readGenerated<Content>(name: string): Promise<Content> {
  return JSON.parse(await readFile(new URL(`../../generated/${name}`, import.meta.url), 'utf8'))
}

/** Returns the requests of a collection, and selects the file of each upload, as a user does. */
function requestsIn(items: readonly Item[]): Item[] {
  return items.flatMap((each) => {
    if (each.item) return requestsIn(each.item)
    for (const field of each.request?.body?.formdata ?? []) if (field.type === 'file') field.src = upload
    return [each]
  })
}

function selectParameters(item: Item): Item {
  const copy = structuredClone(item)
  for (const parameter of copy.request?.url.query ?? []) parameter.disabled = false
  return copy
}

/** Runs a collection on a new demo world, and returns which requests failed, and how. */
async function runAll(collection: Collection, requests: number): Promise<string[]> {
  const server = await listen(createSandbox({ seed: demo }))
  const connection = new Map(Object.entries(server.connection()))
  try {
    const environment = await readGenerated<Environment>('postman-environment.json')
    for (const variable of environment.values) variable.value = connection.get(variable.key) ?? variable.value
    const { run: finished } = await new Promise<Summary>((resolve, reject) => {
      run({ collection, environment, reporters: [] }, (error, summary) => (error ? reject(error) : resolve(summary)))
    })
    const failures = finished.executions.flatMap(({ item, requestError, response }) => {
      if (response && response.code >= 200 && response.code < 300) return []
      return [`${item.name}: ${requestError ?? `${response?.code} ${response?.text()}`}`]
    })
    const missing = requests - finished.executions.length
    return missing === 0 ? failures : [...failures, `${missing} requests were not sent`]
  } finally {
    await server.close()
  }
}
