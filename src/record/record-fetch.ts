import type { Fetch } from 'sceyt-platform'
import { fieldOf } from '../common/field-of.js'
import { ownFields } from '../common/own-fields.js'
import { InputError } from '../errors/input-error.js'
import { createResponse } from '../http/received.js'
import { isFilePath, placeOf } from './place.js'
import { checkArguments, expectValue, readArguments, readRecordOptions } from './record-options.js'
import type { RecordedResponse } from './recorded-exchange.js'
import { hideAddresses, toRecordedFailure } from './recorded-failure.js'
import { toRecordedRequest } from './recorded-request.js'
import { RecordingFile } from './recording-file.js'
import { openContent } from './request-content.js'
import { encodeContent } from './response-content.js'
import { readStart } from './response-start.js'
import { Secrets } from './secrets.js'

/** Options of `record`. */
export interface RecordOptions {
  /**
   * What happens to a recording that exists: the first request empties it with `overwrite`, and adds to it with `append`.
   * Default: `overwrite`.
   */
  mode?: 'overwrite' | 'append' | undefined
  /** The most bytes of a response body that are recorded, and held in memory. Default: 10485760, which is 10 MiB. */
  maxBodyBytes?: number | undefined
  /** Further texts to redact, besides the API key, credentials in headers, and tokens. Default: none. */
  secrets?: readonly string[] | undefined
}

/** The headers of a response that a client may need. Others are not recorded. */
const recordedHeader =
  /^(accept-ranges|allow|content-(disposition|language|range|type)|deprecation|last-modified|link|location|retry-after|sunset|(x-)?ratelimit(-[a-z-]+)?|x-request-id)$/

/**
 * Creates a `fetch` that passes each request on, and writes it with its response to a file, for `replay`. A line of the file is
 * an exchange as JSON, without API key, credentials and tokens. `{baseUrl}` and `{host}` stand for the server.
 *
 * @param fetch - Sends the requests.
 * @param file - The path of the recording.
 * @param options - `mode`, `maxBodyBytes` and `secrets`.
 * @returns The `fetch`. It rejects with an `InputError` if the file cannot be written, before the request is sent. A response is
 * returned once it is in the file.
 * @throws InputError naming the argument that is not valid.
 *
 * @example
 * ```ts
 * import { createSceyt } from 'sceyt-platform'
 * import { record, replay } from 'sceyt-platform/record'
 * import { createSandbox } from 'sceyt-platform/sandbox'
 *
 * const server = createSandbox({ seed: { users: [{ username: 'zoe' }] } }).connection()
 * await createSceyt({ ...server, fetch: record(server.fetch, 'users.ndjson') }).users.get('zoe')
 *
 * const sceyt = createSceyt({ baseUrl: 'https://api.example', apiKey: 'any-other-key', fetch: replay('users.ndjson') })
 * console.log((await sceyt.users.get('zoe')).username) // zoe
 * ```
 */
export function record(fetch: Fetch, file: string, options: RecordOptions = {}): typeof globalThis.fetch {
  const own = readRecordOptions(options, ['mode', 'maxBodyBytes', 'secrets'])
  const { mode = 'overwrite', maxBodyBytes = 10 * 2 ** 20, secrets: others = [] } = own
  expectValue(typeof fetch === 'function', 'fetch', 'a function with the signature of the global fetch', fetch)
  checkArguments(file, others)
  expectValue(['overwrite', 'append'].includes(mode), 'mode', "'overwrite' or 'append'", mode)
  const isSize = maxBodyBytes === Infinity || (Number.isInteger(maxBodyBytes) && maxBodyBytes >= 0)
  expectValue(isSize, 'maxBodyBytes', 'a whole number, 0 or more, or Infinity', maxBodyBytes)
  const recording = new RecordingFile(file, mode === 'append')
  const secrets = new Secrets(others)

  return async (input, given) => {
    const [url, init] = await readArguments(input, given)
    recording.prepare()
    const headers = new Headers(init.headers)
    secrets.addFrom(headers)
    const place = placeOf(url)
    const change = (text: string, name?: string) => place.hide(secrets.redact(text, name))
    const { sent, describe } = await openContent(init.body, headers)
    const passed = sent === init.body ? init : Object.assign(ownFields(init), { body: sent })
    const add = (outcome: { response?: () => RecordedResponse; failure?: unknown }) => {
      // The caller has ended the request: that is no outcome of the server.
      if (init.signal?.aborted) return
      const { response, failure } = outcome
      recording.add(() => {
        // They may have been forgotten, if responses have brought many others.
        secrets.addFrom(headers)
        return {
          request: toRecordedRequest(init.method ?? 'GET', url, place, describe(), secrets),
          ...(response && { response: response() }),
          ...('failure' in outcome && {
            failure: toRecordedFailure(failure, (text) => hideAddresses(place.hide(secrets.redact(text), true))),
          }),
        }
      })
    }

    let response: Response
    try {
      response = await fetch(url.href, passed)
    } catch (failure) {
      if (!(failure instanceof InputError)) add({ failure })
      throw failure
    }
    const responseHeaders = copyHeaders(response)
    // The client reports a `fetch` that is not one.
    if (!responseHeaders) return response
    secrets.addReceived(responseHeaders)
    const { bytes, body, ...end } = await readStart(response.body, maxBodyBytes)
    const type = responseHeaders.get('content-type') ?? ''
    const isJson = /json/i.test(type) && !(response.ok && isFilePath(place.path))
    const describeResponse = () => {
      const content = bytes
        ? encodeContent(bytes, isJson, change, (binary) => secrets.redactBytes(binary))
        : { omitted: maxBodyBytes }
      const shown = readHeaders(responseHeaders, change)
      return { status: statusOf(response, init), ...(shown && { headers: shown }), ...content }
    }
    add({ response: describeResponse, ...end })
    return createResponse(body, response, responseHeaders)
  }
}

function copyHeaders(response: Response): Headers | undefined {
  try {
    return new Headers([...response.headers])
  } catch {
    return undefined
  }
}

/** Returns the status that the server sent. The client hides those from Node's `fetch` to which it would react on its own. */
function statusOf({ status }: Response, init: RequestInit): number {
  const hidden = status === 400 ? fieldOf(fieldOf(init, 'dispatcher'), 'hidden') : undefined
  return typeof hidden === 'number' ? hidden : status
}

function readHeaders(headers: Headers, change: (text: string) => string): Record<string, string> | undefined {
  const shown = [...headers].filter(([name]) => recordedHeader.test(name))
  const wait = headers.get('retry-after')
  // A date is compared with that of the response.
  if (wait !== null && !/^\d/.test(wait)) shown.push(...[...headers].filter(([name]) => name === 'date'))
  return shown.length > 0 ? Object.fromEntries(shown.map(([name, value]) => [name, change(value)])) : undefined
}
