import { expect, it } from 'vitest'
import { pointInto, resolveIn } from '../../scripts/document.js'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import type { ListPromise } from '../../src/index.js'
import { callByName } from '../names.js'
import { argumentsOf, createObserved, endpoints, openapi } from './calls.js'

const resolve = resolveIn(openapi)
const lists = endpoints.filter(({ operation }) => operation['x-pagination'])

it('knows the lists of the document', () => {
  expect(lists.map(({ operation }) => operation['x-sdk-name']).sort()).toEqual([
    'channels.list',
    'channels.members.list',
    'channels.members.listBlocked',
    'messages.list',
    'roles.list',
    'users.list',
  ])
})

it.each(lists.map((endpoint) => [endpoint.operation['x-sdk-name'], endpoint] as const))(
  '%s gives every item of every page, in order',
  async (name, endpoint) => {
    const { sceyt, seen } = createObserved()
    const { examples = {}, schema = {} } = resolve(endpoint.operation.responses['200'])?.content?.['application/json'] ?? {}
    const pointer = endpoint.operation['x-pagination']?.items ?? ''
    expect(pointInto(schema, pointer, resolve)?.type).toBe('array')
    const due = Object.values(examples).flatMap((example) => {
      const { value } = resolve(example)
      return (pointer ? (value as Record<string, unknown[]>)[pointer.slice(1)] : (value as unknown[])) ?? []
    })
    const list = callByName(sceyt, name, argumentsOf(endpoint, exampleInputs(openapi, endpoint)['plain'] as ExampleInput)) as ListPromise<unknown, unknown>
    const items: unknown[] = []
    for await (const item of list) items.push(item)
    expect(items).toEqual(due)
    expect(seen).toHaveLength(Object.keys(examples).length)
    expect(seen.flatMap(({ differences }) => differences)).toEqual([])
  },
)
