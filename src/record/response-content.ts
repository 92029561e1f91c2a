import { isUtf8 } from 'node:buffer'
import { type ChangeText, mapJson, parseExactly } from './map-json.js'
import type { RecordedResponse } from './recorded-exchange.js'

type Content = Pick<RecordedResponse, 'json' | 'text' | 'base64'>

/**
 * Encodes the body of a response for a file: JSON as JSON, text as text, and anything else in base64, such as UTF-16.
 *
 * @param isJson - Whether JSON may lose its spaces.
 * @param change - Changes a text for the file.
 */
export function encodeContent(
  bytes: Buffer,
  isJson: boolean,
  change: ChangeText,
  changeBytes: (bytes: Buffer) => Buffer,
): Content {
  if (bytes.length === 0) return {}
  if (!isUtf8(bytes) || bytes.includes(0)) return { base64: changeBytes(bytes).toString('base64') }
  const text = bytes.toString()
  const json = isJson ? parseExactly(text) : undefined
  return json ? { json: mapJson(json.value, change) } : { text: change(text) }
}

/** Decodes the body of a recorded response. Reverses `encodeContent`. */
export function decodeContent(content: Content, change: ChangeText): Buffer<ArrayBuffer> | null {
  if ('json' in content) return Buffer.from(JSON.stringify(mapJson(content.json, change)))
  if (content.text !== undefined) return Buffer.from(change(content.text))
  return content.base64 === undefined ? null : Buffer.from(content.base64, 'base64')
}
