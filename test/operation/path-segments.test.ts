import fc from 'fast-check'
import { expect, it } from 'vitest'
import { operations } from '../../generated/operations.js'
import type { Endpoint } from '../../scripts/document.js'
import { type ExampleInput, exampleInputs } from '../../scripts/generate/samples.js'
import { InputError } from '../../src/index.js'
import { argumentsOf, endpoints, openapi } from '../contract/calls.js'
import { callByName } from '../lib/call-by-name.js'
import { failure, recordingClient } from '../lib/fetches.js'
import { randomCases } from '../lib/random.js'
import { illFormed, unnameable, wellFormed } from '../lib/texts.js'

const baseUrl = 'https://api.example.com/v1/app'
const withParameters = operations.filter(({ pathParameters }) => Object.keys(pathParameters).length > 0)

/** Returns the other arguments of a call. Their values do not matter here, but nothing is sent without those that are required. */
function restOf(id: string): unknown[] {
  const endpoint = endpoints.find(({ operation }) => operation.operationId === id) as Endpoint
  const input = exampleInputs(openapi, endpoint)['plain'] as ExampleInput
  return argumentsOf(endpoint, input).slice(Object.keys(input.path).length)
}

it('there are operations with parameters', () => {
  expect(withParameters.length).toBeGreaterThan(0)
})

it.each(withParameters.map((operation) => [operation.id, operation] as const))(
  '%s sends any values as one segment each',
  async (id, operation) => {
    const names = Object.keys(operation.pathParameters)
    const values = names.map(
      (name): fc.Arbitrary<string | number> =>
        operation.pathParameters[name]?.type === 'integer'
          ? fc.integer({ min: operation.pathParameters[name]?.minimum ?? 1 })
          : wellFormed,
    )
    await fc.assert(
      fc.asyncProperty(fc.tuple(...values), async (path) => {
        const { sceyt, sent } = recordingClient(async () => new Response('{}'), { baseUrl, maxRetries: 0 })
        const call = callByName(sceyt, operation.name, [...path, ...restOf(id)])
        const rejected = path.findIndex((value) => unnameable.includes(String(value)))
        if (rejected >= 0) {
          expect(await failure(call)).toMatchObject({ name: 'InputError', parameter: names[rejected] })
          expect(sent).toEqual([])
          return
        }
        // The result does not matter here.
        await Promise.allSettled([call])
        expect(sent).toHaveLength(1)
        const { url } = sent[0] ?? { url: '' }
        expect(new URL(url).href).toBe(url)
        const segments = url.slice(baseUrl.length).split('?', 1)[0]?.split('/') ?? []
        const template = operation.path.split('/')
        expect(segments).toHaveLength(template.length)
        template.forEach((part, index) => {
          const place = names.indexOf(part.slice(1, -1))
          expect(decodeURIComponent(segments[index] ?? '')).toBe(part.startsWith('{') ? String(path[place]) : part)
        })
      }),
      randomCases(50),
    )
  },
)

it.each(withParameters.map((operation) => [operation.id, operation] as const))(
  '%s rejects a lone surrogate, and sends nothing',
  async (id, operation) => {
    await fc.assert(
      fc.asyncProperty(illFormed, async (text) => {
        const { sceyt, sent } = recordingClient(async () => new Response('{}'), { baseUrl, maxRetries: 0 })
        const values = Object.keys(operation.pathParameters).map(() => text)
        expect(await failure(callByName(sceyt, operation.name, [...values, ...restOf(id)]))).toBeInstanceOf(InputError)
        expect(sent).toEqual([])
      }),
      randomCases(10),
    )
  },
)
