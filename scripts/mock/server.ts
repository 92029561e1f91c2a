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
import { errorBody } from '../../src/sandbox/problem.js'
import { endpointsOf, type OpenApiDocument, readDocument, resolveIn } from '../document.js'

/** A mock that is listening. */
export interface Mock {
  /** Address under which the API lives, with a sample application's id. */
  baseUrl: string
  close(): Promise<void>
}

const bodyLimit = 10 * 1024 * 1024

/** A request that is refused before it reaches Prism. */
class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * Serves the document's examples with Prism, which also checks every request against the document.
 * Prism's own HTTP server dies of a malformed URL, so its engine is called from here, where nothing escapes.
 *
 * @param port - Port on 127.0.0.1; 0 for any free one.
 * @param upstream - Scheme and host of a server of the API. Every request then goes to it, valid or not, and its answers are checked.
 */
export async function startMock(port = 0, upstream?: string): Promise<Mock> {
  const document = await readDocument()
  const operations = await getHttpOperationsFromSpec(structuredClone(document))
  const logger = createLogger('mock', { level: 'silent' })
  const settings = {
    isProxy: false,
    // Prism keeps from the upstream what it finds invalid.
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
    answer(request, response).catch((error: unknown) => {
      const status = error instanceof Refusal ? error.status : 500
      const message = error instanceof Error ? error.message : String(error)
      // What is left of the body would be in the way of the next request.
      if (!request.complete && !response.headersSent) response.setHeader('connection', 'close')
      if (!response.headersSent) response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(errorBody({ status, message })))
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { base, path, query } = locate(request.url ?? '/', basePath)
    const method = (request.method ?? 'GET').toLowerCase()
    const { code, exampleKey = code ? undefined : pageExample(method, path, query) } = preferences(
      request.headers['prefer'],
    )
    const mock = { dynamic: false, ...(code && { code }), ...(exampleKey && { exampleKey }) }
    const body = await readBody(request, upstream !== undefined)
    const headers = { ...request.headers }
    // What goes on is written anew, and may come out longer or shorter.
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
    // Prism's own name for it, kept short enough for a header and free of what a header cannot carry.
    if (violations.length > 0)
      response.setHeader('sl-violations', encodeURIComponent(JSON.stringify(violations)).slice(0, 7000))
    response.writeHead(output.statusCode)
    const answer = violations.length > 0 && output.statusCode >= 400 ? withReason(output.body, violations) : output.body
    if (answer === undefined || output.statusCode === 204) response.end()
    else
      response.end(
        typeof answer === 'string' && !/json/.test(String(response.getHeader('content-type')))
          ? answer
          : JSON.stringify(answer),
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

/** Where the document says that the API lives, for any application. */
function basePathOf(document: OpenApiDocument): BasePath {
  const [server] = document.servers
  if (!server) throw new Error('The document names no server.')
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
    throw new Refusal(400, 'The URL holds a % that is not followed by two hexadecimal digits of well-formed UTF-8.')
  }
  const [base] = pattern.exec(url) ?? []
  if (base === undefined)
    throw new Refusal(404, `Nothing lives here. The API is under ${template}/, for any application.`)
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

/** `Prefer: code=404, example=unicode` chooses an answer. */
function preferences(header: string | string[] | undefined): { code?: number; exampleKey?: string } {
  const pairs = new Map(
    [...String(header ?? '').matchAll(/(\w+)=("?)([\w-]+)\2/g)].map(([, name, , value]) => [name, value]),
  )
  const code = Number(pairs.get('code'))
  const exampleKey = pairs.get('example')
  return { ...(code ? { code } : {}), ...(exampleKey ? { exampleKey } : {}) }
}

/** Finds the example of a list that answers a page's query, so that `links.next` leads on instead of in circles. */
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

async function readBody(request: IncomingMessage, asItIs: boolean): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bodyLimit) throw new Refusal(413, `The body is larger than ${bodyLimit} bytes.`)
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (text === '') return undefined
  if (!/\bjson\b/i.test(request.headers['content-type'] ?? '')) return text
  try {
    return JSON.parse(text)
  } catch {
    if (asItIs) return text
    throw new Refusal(400, 'The body is not valid JSON.')
  }
}

/** The document's example of an error tells of another request. This puts in what is wrong with the one at hand. */
function withReason(body: unknown, violations: readonly { path?: (string | number)[]; message: string }[]): unknown {
  const reasons = violations.map(({ path = [], message }) => `${path.join('.')}: ${message}`)
  return { ...(body as object), message: reasons.join('; ') }
}

/** A front end runs on another port, and so on another origin. */
function allowOrigins(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-methods', 'GET, PUT, POST, DELETE, OPTIONS')
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*')
  response.setHeader('access-control-expose-headers', '*')
}
