import type { Options } from 'openapi-to-postmanv2'
import type { OpenApiDocument } from '../../document.js'

/** A response that is saved beside its request. */
interface SavedResponse {
  id: string
  name: string
  code: number
}

export interface Request {
  id: string
  name: string
  request: { method: string; url: { path: string[] } }
  response: SavedResponse[]
}

interface Folder {
  id?: string
  name: string
  item: Request[]
}

/** The parts of a Postman collection of version 2.1 that the scripts read. */
export interface Collection {
  info: { _postman_id: string; name: string }
  auth: unknown
  item: Folder[]
}

const options: Options = {
  folderStrategy: 'Tags',
  parametersResolution: 'Example',
  // Filters and pages would hide most of what a list has.
  enableOptionalParameters: false,
  alwaysInheritAuthentication: true,
  includeAuthInfoInExample: false,
}

/** Converts an OpenAPI document with Postman's converter. Each conversion has other ids. */
export async function convert(document: OpenApiDocument): Promise<Collection> {
  // The converter looks for this as it loads, and Node 25 and later print a warning about it.
  if ('localStorage' in globalThis) Object.defineProperty(globalThis, 'localStorage', { value: undefined })
  const { convertV2 } = await import('openapi-to-postmanv2')
  return new Promise((resolve, reject) => {
    convertV2({ type: 'string', data: JSON.stringify(document) }, options, (error, converted) => {
      const [first] = converted?.output ?? []
      if (first) resolve(JSON.parse(JSON.stringify(first.data), markdown))
      else reject(error ?? new Error(`openapi-to-postmanv2: ${converted?.reason}`))
    })
  })
}

/** States that descriptions are Markdown, since the converter calls them plain text. */
function markdown(key: string, value: unknown): unknown {
  if (key !== 'description' || typeof value !== 'object') return value
  return { ...value, type: 'text/markdown' }
}
