import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLogger } from '@stoplight/prism-core'
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpNameValue,
  type PrismHttpInstance,
  ProblemJsonError,
} from '@stoplight/prism-http'
import { Problem } from '../../src/sandbox/problem.js'
import { endpointsOf, type OpenApiDocument, readDocument, resolveIn } from '../document.js'

/** A mock that is listening. */
export interface Mock {
  /** Base URL of the API, with the id of a sample application. */
  baseUrl: string
  close(): Promise<void>
}

const bodyLimit = 10 * 1024 * 1024

/** A request that is rejected before it reaches Prism. */
class RejectedRequest extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * Serves the examples of the OpenAPI document with Prism, which also checks every request against the document.
 * Prism's own HTTP server crashes on a malformed URL, so its engine is called from here, where every error is caught.
 *
 * @param port - Port on 127.0.0.1; 0 for any free one.
 * @param upstream - Scheme and host of a server of the API. Every request is then forwarded to it, valid or not, and its responses are checked.
 */
export async function startMock(port = 0, upstream?: string): Promise<Mock> {
  const document = await readDocument()
  const operations = await getHttpOperationsFromSpec(structuredClone(document))
  const logger = createLogger('mock', { level: 'silent' })
  const settings = {
    isProxy: false,
    // Otherwise, Prism would not forward an invalid request.
    validateRequest: upstream === undefined,
    validateResponse: true,
    checkSecurity: upstream === undefined,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  } as const
  const prism = createInstance(settings, { logger })
  const basePath = basePathOf(document)
  const pageExample = pageExamples(document)

  const server = createServer((request, response) => {
    allowOrigins(request, response)
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    respond(request, response).catch((error: unknown) => {
      const status = error instanceof RejectedRequest ? error.status : 500
      const message = error instanceof Error ? error.message : String(error)
      // The rest of the body would be read as the next request.
      if (!request.complete && !response.headersSent) response.setHeader('connection', 'close')
      if (!response.headersSent) response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(new Problem(status, message).body))
    })
  })

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { base, path, query } = locate(request.url ?? '/', basePath)
    const method = (request.method ?? 'GET').toLowerCase()
    const { code, exampleKey = code ? undefined : pageExample(method, path, query) } = preferences(
      request.headers['prefer'],
    )
    const mock = { dynamic: false, ...(code && { code }), ...(exampleKey && { exampleKey }) }
    const body = await readBody(request, upstream !== undefined)
    const headers = { ...request.headers }
    // The body is serialized again, and may become longer or shorter.
    if (upstream !== undefined) delete headers['content-length']
    const input = {
      method,
      url: { path, query: namesAndValues(query) },
      headers: headers as IHttpNameValue,
      body,
    } as Parameters<PrismHttpInstance['request']>[0]
    const config =
      upstream === undefined
        ? { ...settings, mock }
        : { ...settings, isProxy: true as const, upstream: new URL(upstream + base) }
    const outcome = await prism.request(input, operations, config)()
    if (outcome._tag === 'Left') {
      const { status, ...problem } = ProblemJsonError.toProblemJson(outcome.left)
      response
        .writeHead(status, { 'content-type': 'application/problem+json' })
        .end(JSON.stringify({ status, ...problem }))
      return
    }
    const { output, validations } = outcome.right
    for (const [name, value] of Object.entries(output.headers ?? {})) response.setHeader(name, value)
    const violations = [...validations.input, ...validations.output]
    // The header that Prism uses itself, percent-encoded and cut to a length that clients accept.
    if (violations.length > 0)
      response.setHeader('sl-violations', encodeURIComponent(JSON.stringify(violations)).slice(0, 7000))
    response.writeHead(output.statusCode)
    const content =
      violations.length > 0 && output.statusCode >= 400 ? withReason(output.body, violations) : output.body
    if (content === undefined || output.statusCode === 204) response.end()
    else
      response.end(
        typeof content === 'string' && !/json/.test(String(response.getHeader('content-type')))
          ? content
          : JSON.stringify(content),
      )
  }

  await listen(server, port)
  const { port: actual } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${actual}${basePath.sample}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

interface BasePath {
  pattern: RegExp
  template: string
  sample: string
}

/** Returns the base path of the API in the document, for any application. */
function basePathOf(document: OpenApiDocument): BasePath {
  const [server] = document.servers
  if (!server) throw new Error('The OpenAPI document has no server.')
  const template = server.url.replace(/^https?:\/\/[^/]+/, '')
  return {
    template,
    pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/?]+')}(?=[/?]|$)`),
    sample: template.replace(/\{([^}]+)\}/g, (_match, name: string) => server.variables[name]?.default ?? name),
  }
}

function locate(url: string, { pattern, template }: BasePath): { base: string; path: string; query: URLSearchParams } {
  try {
    decodeURIComponent(url)
  } catch {
    throw new RejectedRequest(400, 'The URL has a % without two hexadecimal digits of well-formed UTF-8 after it.')
  }
  const [base] = pattern.exec(url) ?? []
  if (base === undefined)
    throw new RejectedRequest(404, `Not found: the API is under ${template}/, for any application.`)
  const { pathname, searchParams } = new URL(`http://mock${url.slice(base.length)}`)
  return { base, path: pathname, query: searchParams }
}

function namesAndValues(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())]
      .map((name) => [name, query.getAll(name)] as const)
      .map(([name, values]) => [name, values.length === 1 ? (values[0] as string) : values]),
  )
}

/** Reads the header that selects a response, such as `Prefer: code=404, example=unicode`. */
function preferences(header: string | string[] | undefined): { code?: number; exampleKey?: string } {
  const pairs = new Map(
    [...String(header ?? '').matchAll(/(\w+)=("?)([\w-]+)\2/g)].map(([, name, , value]) => [name, value]),
  )
  const code = Number(pairs.get('code'))
  const exampleKey = pairs.get('example')
  return { ...(code ? { code } : {}), ...(exampleKey ? { exampleKey } : {}) }
}

/** Finds the example of a list that matches the query of a page, so that `links.next` leads to the next page. */
function pageExamples(
  document: OpenApiDocument,
): (method: string, path: string, query: URLSearchParams) => string | undefined {
  const resolve = resolveIn(document)
  const pages = endpointsOf(document).flatMap(({ path, method, operation }) => {
    if (!operation['x-pagination']?.next) return []
    const examples = resolve(operation.responses['200'])?.content?.['application/json']?.examples ?? {}
    const pattern = new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`)
    return Object.entries(examples).map(([key, example]) => {
      const { links } = resolve(example).value as { links?: { current?: string } }
      return { method, pattern, key, offset: new URL(links?.current ?? 'http://mock').searchParams.get('offset') }
    })
  })
  return (method, path, query) =>
    pages.find((page) => page.method === method && page.pattern.test(path) && page.offset === query.get('offset'))?.key
}

async function readBody(request: IncomingMessage, acceptsAnyText: boolean): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bodyLimit) throw new RejectedRequest(413, `The body is larger than ${bodyLimit} bytes.`)
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (text === '') return undefined
  if (!/\bjson\b/i.test(request.headers['content-type'] ?? '')) return text
  try {
    return JSON.parse(text)
  } catch {
    if (acceptsAnyText) return text
    throw new RejectedRequest(400, 'The body is not valid JSON.')
  }
}

/** Replaces the message of an error with the problems of this request: the document's example is for another one. */
function withReason(body: unknown, violations: readonly { path?: (string | number)[]; message: string }[]): unknown {
  const reasons = violations.map(({ path = [], message }) => `${path.join('.')}: ${message}`)
  return { ...(body as object), message: reasons.join('; ') }
}

/** Allows requests from any origin: a front end runs on another port. */
function allowOrigins(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-methods', 'GET, PUT, POST, DELETE, OPTIONS')
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*')
  response.setHeader('access-control-expose-headers', '*')
}
