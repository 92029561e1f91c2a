import { describe, expect, it } from 'vitest'
import { type Endpoint, pointInto, resolveIn } from '../../scripts/document.js'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import type { ListPromise } from '../../src/index.js'
import { callByName } from '../lib/call-by-name.js'
import { argumentsOf, endpoints, openapi } from './calls.js'
import type { Target } from './targets.js'

const resolve = resolveIn(openapi)
const lists = endpoints.filter(({ operation }) => operation['x-pagination'])

/** Reads every list of a target to its end. */
export function testPaging(target: Target): void {
  describe(`${target.name}, page by page`, () => {
    it('has every operation that reads an array or links to pages', () => {
      const isList = ({ method, operation }: Endpoint) => {
        const { schema = {} } = resolve(operation.responses['200'])?.content?.['application/json'] ?? {}
        const { type, properties = {} } = resolve(schema)
        return method === 'get' && (type === 'array' || 'links' in properties)
      }
      expect(lists.length).toBeGreaterThan(0)
      expect(lists).toEqual(endpoints.filter(isList))
    })

    it.each(lists.map((endpoint) => [endpoint.operation['x-sdk-name'], endpoint] as const))(
      '%s returns every item of every page, in order',
      async (name, endpoint) => {
        const { sceyt, calls } = await target.open(endpoint.operation.operationId)
        const { examples = {}, schema = {} } =
          resolve(endpoint.operation.responses['200'])?.content?.['application/json'] ?? {}
        const pointer = endpoint.operation['x-pagination']?.items ?? ''
        expect(pointInto(schema, pointer, resolve)?.type).toBe('array')
        const itemsIn = (page: unknown) =>
          (pointer ? (page as Record<string, unknown[]>)[pointer.slice(1)] : (page as unknown[])) ?? []
        const pages = Object.values(examples).map((example) => resolve(example).value)
        const input = exampleInputs(openapi, endpoint)['plain'] as ExampleInput
        // Without the filter of the example, so that every item is listed.
        const { filter: _filter, ...query } = input.query
        const list = (query: object) =>
          callByName(sceyt, name, argumentsOf(endpoint, { ...input, query: { ...query } })) as ListPromise<
            unknown,
            unknown
          >
        const items: unknown[] = []
        for await (const item of list(query)) items.push(item)
        const requests = calls.length
        expect(items.length).toBeGreaterThan(0)
        expect(items).toEqual(
          target.returnsExamples ? pages.flatMap(itemsIn) : itemsIn(await list(pointer ? { limit: 50 } : {})),
        )
        expect(requests).toBe(target.returnsExamples ? pages.length : pointer ? Math.ceil(items.length / 2) : 1)
        expect(calls.flatMap(({ differences }) => differences)).toEqual([])
      },
    )
  })
}
