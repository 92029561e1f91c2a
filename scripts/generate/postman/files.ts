import type { OpenApiDocument } from '../../document.js'
import { printJson } from '../print-json.js'
import { madeBy } from '../source.js'
import { type Collection, convert } from './convert.js'
import { identify, idOf } from './identify.js'
import { prepare } from './prepare.js'

const guide = `## Use this collection

Import postman-environment.json too, and select it. There, set \`baseUrl\` to the base URL of your application, and \`apiKey\` to an API key, which Postman masks in an environment. Without an environment, the variables of this collection apply.

Or start the sandbox, a local fake of the API: \`npx sceyt-platform sandbox\` with the package \`sceyt-platform\` installed, or \`npm run sandbox\` in its repository. Its \`baseUrl\` is \`http://127.0.0.1:4010/v1/sandbox\`, and its \`apiKey\` is \`sandbox-key\`. Each request succeeds there as it is, unless it creates or deletes something for the second time; for *Upload a file*, select a file.

Optional parameters of a query have example values, and are not selected.`

/** Prints the Postman collection and its environment, by the names of their files. */
export async function printPostmanFiles(document: OpenApiDocument): Promise<Record<string, string>> {
  const prepared = prepare(document)
  const collection = await convert(prepared)
  const [baseUrl] = prepared.servers
  if (!baseUrl) throw new Error('the document has no server')
  return {
    'postman-collection.json': print(complete(identify(collection), document, baseUrl.url)),
    'postman-environment.json': print({
      id: idOf('environment'),
      name: document.info.title,
      values: [
        { key: 'baseUrl', value: baseUrl.url, type: 'default', enabled: true },
        // Only an environment has variables of this type.
        { key: 'apiKey', value: '', type: 'secret', enabled: true },
      ],
      _postman_variable_scope: 'environment',
    }),
  }
}

/** Adds what the OpenAPI document does not say: the version, the API key, and how to use the collection. */
function complete({ info, auth, item }: Collection, document: OpenApiDocument, baseUrl: string): object {
  const { version, summary, description } = document.info
  return {
    info: { ...info, version, description: [summary, guide, description.trim()].join('\n\n') },
    variable: [
      { key: 'baseUrl', value: baseUrl, type: 'string', description: 'Base URL of the application, or of a sandbox.' },
      {
        key: 'apiKey',
        value: '',
        type: 'string',
        description: 'API key. Better set in an environment, which masks it.',
      },
    ],
    auth,
    item,
  }
}

function print(value: object): string {
  return `${printJson({ 'x-generated': madeBy, ...value }).replace('{\n  ', '{ ')}\n`
}
