import fc from 'fast-check'
import { encodeQuery } from '../../src/operation/encode-url.js'
import type { Operation } from '../../src/operation/operation.js'
import type { Shape } from '../../src/operation/shape.js'

/** Values that mean something in the world of a test, by the name of the parameter or field. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>

/** The parts of a random request besides its path. */
export interface RandomContent {
  query: string
  headers: Record<string, string>
  body: string | undefined
}

/** Random requests, valid and invalid, with values that are known for the most part. */
export class RandomRequests {
  readonly #known: KnownValues
  readonly #validity: number

  /** @param validity - How many valid queries and bodies there are for each two of which anything may be invalid. */
  constructor(known: KnownValues, validity: number) {
    this.#known = known
    this.#validity = validity
  }

  /** Values of the parameters of a path. */
  path({ pathParameters }: Operation): fc.Arbitrary<Record<string, unknown>> {
    const segment = (name: string, shape: Shape) =>
      this.#valid(name, shape).filter((value) => !['', '.', '..'].includes(String(value)))
    return fc.record(
      Object.fromEntries(Object.entries(pathParameters).map(([name, shape]) => [name, segment(name, shape)])),
    )
  }

  /** Everything else of a request. */
  content(operation: Operation): fc.Arbitrary<RandomContent> {
    const weight = this.#validity
    const query = operation.query
      ? fc.oneof({ weight, arbitrary: this.#valid('query', operation.query) }, this.#anyObject(operation.query))
      : fc.constant({})
    const body =
      operation.body?.media === 'json'
        ? fc.oneof(
            { weight, arbitrary: this.#valid('body', operation.body.shape) },
            this.#anyObject(operation.body.shape),
            fc.jsonValue({ maxDepth: 2 }),
          )
        : fc.constant(undefined)
    const form = operation.body?.media === 'form'
    return fc
      .record({ query, body, field: fc.nat(3), broken: fc.nat(30), key: fc.nat(30), type: fc.nat(30) })
      .map(({ query, body, field, broken, key, type }): RandomContent => {
        const text = form
          ? `--b\r\nContent-Disposition: form-data; name="${field === 0 ? 'file' : 'files'}"; filename="a.txt"\r\n\r\nHello\r\n--b--\r\n`
          : body === undefined
            ? undefined
            : JSON.stringify(body)
        const media = type === 0 ? 'text/plain' : form ? 'multipart/form-data; boundary=b' : 'application/json'
        return {
          query: encodeQuery(textual(query as object)),
          headers: {
            ...(key > 0 && { 'Platform-Api-Key': key === 1 ? 'wrong' : 'sandbox-key' }),
            ...(text !== undefined && { 'Content-Type': media }),
          },
          body: broken === 0 ? text?.slice(0, -1) : text,
        }
      })
  }

  /** Values that a shape allows. */
  #valid(name: string, shape: Shape): fc.Arbitrary<unknown> {
    const fitting = this.#byType(name, shape)
    return this.#known[name]
      ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...this.#known[name]) }, { weight: 1, arbitrary: fitting })
      : fitting
  }

  #byType(name: string, shape: Shape): fc.Arbitrary<unknown> {
    switch (shape.type) {
      case 'integer':
        return fc.integer({ min: shape.minimum ?? -5, max: shape.maximum ?? 200 })
      case 'array':
        return fc.array(this.#valid(name, shape.items ?? { type: 'string' }), {
          minLength: shape.minItems ?? 0,
          maxLength: shape.maxItems ?? 3,
        })
      case 'object':
        return fc.record(
          Object.fromEntries(
            Object.entries(shape.properties ?? {}).map(([key, property]) => [key, this.#valid(key, property)]),
          ),
          {
            requiredKeys: [...(shape.required ?? [])],
          },
        )
      default:
        return shape.pattern
          ? fc.stringMatching(/^[A-Za-z0-9_]{5,50}$/)
          : fc.string({ unit: 'grapheme', minLength: shape.minLength ?? 0, maxLength: 20 })
    }
  }

  /** Values that a shape allows, or any other JSON. */
  #anyValue(name: string, shape: Shape): fc.Arbitrary<unknown> {
    return fc.oneof(
      { weight: 5, arbitrary: this.#valid(name, shape) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    )
  }

  #anyObject({ properties = {} }: Shape): fc.Arbitrary<unknown> {
    return fc.record(
      Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, this.#anyValue(key, property)])),
      { requiredKeys: [] },
    )
  }
}

/** Converts values for a query: anything other than strings and numbers becomes JSON. */
function textual(query: object): object {
  const write = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value.map(write) : write(value)]),
  )
}
