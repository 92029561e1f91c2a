import {
  type Endpoint,
  type JsonSchema,
  type MediaType,
  type OpenApiDocument,
  type ResponseObject,
  resolveIn,
} from '../../document.js'
import { capitalize } from '../../generate/source.js'
import { methodPage as pageOfMethod } from '../method-page.js'
import { fieldList, parameterList } from './fields.js'
import { provenanceOf } from './provenance.js'

const languages: Record<string, string> = { TypeScript: 'ts', Shell: 'sh' }

/**
 * Prints an operation as Markdown: what a caller sends, what returns, which errors there are, and samples.
 *
 * @param options.level - Level of the heading, if the text is part of a longer one.
 * @param options.root - Path of docs/ from the page.
 * @param options.methodPage - Returns the link to a method of the client.
 */
export function operationPage(
  document: OpenApiDocument,
  endpoint: Endpoint,
  {
    level = 1,
    root = '../',
    methodPage = (name) => root + pageOfMethod(name),
  }: { level?: number; root?: string; methodPage?: (name: string) => string } = {},
): string {
  const { method, path, operation } = endpoint
  const heading = (text: string, depth = 1) => `${'#'.repeat(level + depth)} ${text}`
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => [status, resolveIn(document)(response)] as const,
  )
  const places = [
    ['Path parameters', 'path'],
    ['Query parameters', 'query'],
  ] as const
  return join([
    heading(operation.summary, 0),
    `\`${method.toUpperCase()} ${path}\``,
    operation.description,
    `In the TypeScript client: [\`sceyt.${operation['x-sdk-name']}\`](${methodPage(operation['x-sdk-name'])})`,
    provenanceOf(operation) || `*Provenance:* ${capitalize(operation['x-provenance'])}.`,
    ...places.flatMap(([title, place]) => {
      const parameters = endpoint.parameters.filter((parameter) => parameter.in === place)
      return parameters.length > 0 ? [heading(title), parameterList(document, parameters)] : []
    }),
    ...bodySection(document, endpoint, heading('Body')),
    ...responses
      .filter(([status]) => isSuccess(status))
      .flatMap(([status, response]) => responseSection(document, response, heading(`Response ${status}`))),
    heading('Errors'),
    errorTable(document, responses),
    heading('Samples'),
    ...(operation['x-codeSamples'] ?? []).flatMap(({ lang, label, source }) => [
      `${label}:`,
      `\`\`\`${languages[lang] ?? ''}\n${source.trimEnd()}\n\`\`\``,
    ]),
  ])
}

function bodySection(document: OpenApiDocument, { operation }: Endpoint, heading: string): string[] {
  const { content = {}, description = '', required = false } = operation.requestBody ?? {}
  return Object.entries(content).flatMap(([media, { schema, ...rest }]) => [
    heading,
    `\`${media}\`${required ? ', required' : ''}. ${sentence(description)}`,
    provenanceOf(resolveIn(document)(schema)),
    fieldList(document, schema),
    ...(media === 'application/json' ? exampleOf(document, rest) : []),
  ])
}

function responseSection(document: OpenApiDocument, response: ResponseObject, heading: string): string[] {
  const contents = Object.entries(response.content ?? {})
  if (contents.length === 0) return [heading, `${sentence(response.description)} There is no body.`]
  return contents.flatMap(([media, { schema, ...rest }]) => [
    heading,
    `\`${media}\`. ${sentence(response.description)}${isArray(document, schema) ? ' The body is an array. Fields of an item:' : ''}`,
    fieldList(document, schema),
    ...(media === 'application/json' ? exampleOf(document, rest) : []),
  ])
}

function isArray(document: OpenApiDocument, schema: JsonSchema): boolean {
  return resolveIn(document)(schema).type === 'array'
}

/** Prints the first example: the plain one. */
function exampleOf(document: OpenApiDocument, { examples = {} }: Pick<MediaType, 'examples'>): string[] {
  const [first] = Object.values(examples)
  return first ? [`\`\`\`json\n${JSON.stringify(resolveIn(document)(first).value, null, 2)}\n\`\`\``] : []
}

function errorTable(document: OpenApiDocument, responses: readonly (readonly [string, ResponseObject])[]): string {
  const rows = responses
    .filter(([status]) => !isSuccess(status))
    .flatMap(([status, { content = {} }]) =>
      Object.values(content).flatMap(({ examples = {} }) =>
        Object.values(examples).map((example) => {
          const { summary = '', value } = resolveIn(document)(example)
          const { code, type } = value as { code: number; type: string }
          return `| ${status} | ${code} | ${type} | ${summary} |`
        }),
      ),
    )
  return ['| status | code | type | when |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function isSuccess(status: string): boolean {
  return status.startsWith('2')
}

function sentence(text: string): string {
  return text.trim().replace(/[^.!?]$/, '$&.')
}

function join(parts: readonly string[]): string {
  return `${parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n')}\n`
}
