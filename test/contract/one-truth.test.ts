import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, inject, test } from 'vitest'
import { validators } from '../../generated/validators.js'
import { buildApiPage } from '../../scripts/docs/api.js'
import {
  type Endpoint,
  endpointsOf,
  type OpenApiDocument,
  readDocument,
  resolveIn,
  stepsOf,
} from '../../scripts/document.js'
import { bundle } from '../../scripts/generate/bundle.js'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { createSceyt } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { callRaw } from './calls.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
// The sources, not the generated files.
const [truth, page] = await Promise.all([bundle(), buildPage()])
const [, definition = '{"paths":{}}'] = /const __redoc_definition = (.*);$/m.exec(page) ?? []
const onPage = JSON.parse(definition) as OpenApiDocument
const endpoints = endpointsOf(truth)
const places = placesOf(endpoints)
const client = { apiUrl: 'api.example.com', appId: 'shop', apiKey: 'test-key' }

/** Builds the documentation page of the API, as `npm run docs` does. */
async function buildPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docs-'))
  const path = join(folder, 'index.html')
  try {
    await buildApiPage(path)
    return await readFile(path, 'utf8')
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Each operation with its method and path. */
function placesOf(endpoints: Endpoint[]): string[] {
  return endpoints.map(({ method, path, operation }) => `${operation.operationId}: ${method} ${path}`).sort()
}

function plainInput(endpoint: Endpoint): ExampleInput {
  return exampleInputs(truth, endpoint)['plain'] as ExampleInput
}

/** Returns the members of an interface in `generated/schema.d.ts`. */
async function typesIn(name: string): Promise<ts.PropertySignature[]> {
  const source = ts.createSourceFile(
    'schema.d.ts',
    await readFile(`${root}generated/schema.d.ts`, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const found = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  )
  return found && ts.isInterfaceDeclaration(found) ? found.members.filter(ts.isPropertySignature) : []
}

function nameOf({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText()
}

/** Returns the names of all methods of a resource and of the resources in it, such as `users.create`. */
function methodsOf(resource: object, prefix = ''): string[] {
  const inner = Object.entries(resource).flatMap(([name, value]) =>
    typeof value === 'object' ? methodsOf(value, `${prefix}${name}.`) : [prefix + name],
  )
  const own: string[] = []
  for (
    let node: object = Object.getPrototypeOf(resource);
    node !== Object.prototype;
    node = Object.getPrototypeOf(node)
  )
    own.push(...Object.getOwnPropertyNames(node).filter((name) => name !== 'constructor'))
  return [...inner, ...own.map((name) => prefix + name)]
}

test('There are operations.', () => {
  expect(endpoints).not.toEqual([])
})

test('The bundled document has each operation.', async () => {
  expect(placesOf(endpointsOf(await readDocument()))).toEqual(places)
})

test('The types have each operation, and each path has its own.', async () => {
  expect((await typesIn('operations')).map(nameOf).sort()).toEqual(
    endpoints.map(({ operation }) => operation.operationId).sort(),
  )
  const paths = (await typesIn('paths')).flatMap((path) => {
    const methods = path.type && ts.isTypeLiteralNode(path.type) ? path.type.members.filter(ts.isPropertySignature) : []
    return methods.flatMap((method) => {
      const [, id] = /^operations\["(\w+)"\]$/.exec(method.type?.getText() ?? '') ?? []
      return id ? [`${id}: ${nameOf(method)} ${nameOf(path)}`] : []
    })
  })
  expect(paths.sort()).toEqual(places)
})

test('The client has a method for each operation and each composition, and no other.', () => {
  const methods = methodsOf(createSceyt(client)).filter((name) => name !== 'baseUrl' && !name.startsWith('raw.'))
  const compositions = endpoints.flatMap(({ operation }) => operation['x-sdk-compose']?.name ?? [])
  expect(compositions.sort()).toEqual(['channels.getOrCreateDirect', 'users.upsert'])
  expect(methods.sort()).toEqual([...endpoints.map(({ operation }) => operation['x-sdk-name']), ...compositions].sort())
})

test('On the documentation page, the create of each composition names it and the operations that it calls.', () => {
  for (const { path, method, operation } of endpoints) {
    const composition = operation['x-sdk-compose']
    if (!composition) continue
    const described = onPage.paths[path]?.[method]?.description
    for (const name of [composition.name, ...stepsOf(composition)]) expect(described).toContain(`\`${name}\``)
  }
})

test('The raw client calls each operation.', async () => {
  const sent: string[] = []
  const body = JSON.stringify({ code: 401, type: 'Authentication', message: 'No.' })
  const sceyt = createSceyt({
    ...client,
    fetch: async (_url, { method }) => {
      sent.push(String(method).toLowerCase())
      return new Response(body, { status: 401, headers: { 'content-type': 'application/json' } })
    },
  })
  for (const endpoint of endpoints) await callRaw(sceyt, endpoint, plainInput(endpoint))
  expect(sent).toEqual(endpoints.map(({ method }) => method))
})

test('The documentation page has each operation.', () => {
  expect(placesOf(endpointsOf(onPage))).toEqual(places)
})

test('Prism responds to each operation with a documented success.', async () => {
  const sceyt = createSceyt({ baseUrl: inject('mockUrl'), apiKey: 'test-key' })
  const received = endpoints.map(async (endpoint) => {
    const { response } = await callRaw(sceyt, endpoint, plainInput(endpoint))
    return [endpoint.operation.operationId, String(response.status)]
  })
  const expected = endpoints.map(({ operation }) => [
    operation.operationId,
    Object.keys(operation.responses).find((status) => status.startsWith('2')),
  ])
  expect(await Promise.all(received)).toEqual(expected)
})

test('The sandbox routes each operation.', async () => {
  const sandbox = createSandbox()
  const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
  for (const endpoint of endpoints) await callRaw(sceyt, endpoint, plainInput(endpoint))
  expect(sandbox.journal.entries.map(({ operation }) => operation)).toEqual(
    endpoints.map(({ operation }) => operation.operationId),
  )
})

test('There are validators for every query, body and response of each operation.', () => {
  const resolve = resolveIn(truth)
  const isJson = (content: object | undefined) => content !== undefined && 'application/json' in content
  const expected = endpoints.map(({ operation, parameters }) => [
    operation.operationId,
    {
      query: parameters.some((parameter) => parameter.in === 'query'),
      body: isJson(operation.requestBody?.content),
      responses: Object.fromEntries(
        Object.entries(operation.responses).map(([status, response]) => [status, isJson(resolve(response).content)]),
      ),
    },
  ])
  const received = Object.entries(validators).map(([id, { query, body, responses }]) => [
    id,
    {
      query: typeof query === 'function',
      body: typeof body === 'function',
      responses: Object.fromEntries(
        Object.entries(responses).map(([status, validate]) => [status, typeof validate === 'function']),
      ),
    },
  ])
  expect(Object.fromEntries(received)).toEqual(Object.fromEntries(expected))
})
