import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { type Endpoint, endpointsOf, type OpenApiDocument, referenceName, resolveIn } from './document.js'

/** Compares responses with the OpenAPI document. */
export class Contract {
  readonly #endpoints: (Endpoint & { pattern: RegExp })[]
  readonly #resolve: <T>(node: T) => T
  readonly #ajv: Ajv2020
  readonly #validators = new Map<object, ValidateFunction>()

  constructor(document: OpenApiDocument) {
    this.#resolve = resolveIn(document)
    this.#endpoints = endpointsOf(document).map((endpoint) => ({
      ...endpoint,
      pattern: new RegExp(`${endpoint.path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }))
    this.#ajv = new Ajv2020({ allErrors: true, strict: false, formats: { binary: true } })
    this.#ajv.addSchema({ $id: 'document:', components: document.components })
  }

  /** Finds the endpoint of a method and a URL; if several match, the one with the longest path. */
  endpointOf(method: string, url: string): Endpoint {
    const { pathname } = new URL(url)
    const found = this.#endpoints.filter(
      (endpoint) => endpoint.method === method.toLowerCase() && endpoint.pattern.test(pathname),
    )
    const [endpoint] = found.sort((a, b) => b.path.split('/').length - a.path.split('/').length)
    if (!endpoint) throw new Error(`${method} ${pathname} is not in the OpenAPI document.`)
    return endpoint
  }

  /** Returns the name of the type of a success, such as `User`. */
  typeOf({ operation }: Endpoint): string {
    const content = this.#resolve(operation.responses['200'])?.content
    return content ? (referenceName(content['application/json']?.schema) ?? 'Blob') : 'nothing'
  }

  /** Lists all differences of a response from the document. Consumes its body. */
  async differences({ operation }: Endpoint, response: Response): Promise<string[]> {
    const differences: string[] = []
    const violations = response.headers.get('sl-violations')
    if (violations) differences.push(`Prism reports ${decodeURIComponent(violations)}`)
    const documented = operation.responses[response.status]
    if (!documented) return [...differences, `status ${response.status} is not documented`]
    const { content, headers } = this.#resolve(documented)
    for (const name of Object.keys(headers ?? {})) {
      if (!response.headers.has(name)) differences.push(`header ${name} is missing`)
    }
    const text = await response.text()
    if (!content) return text === '' ? differences : [...differences, 'expected no body, got one']
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const media = content[type]
    if (!media) return [...differences, `content type ${type} is not documented`]
    if (type !== 'application/json') return differences
    const validate = this.#validatorOf(media.schema)
    if (!validate(JSON.parse(text))) differences.push(this.#ajv.errorsText(validate.errors))
    return differences
  }

  #validatorOf(schema: object): ValidateFunction {
    let validate = this.#validators.get(schema)
    if (!validate) {
      validate = this.#ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document:#/')))
      this.#validators.set(schema, validate)
    }
    return validate
  }
}
