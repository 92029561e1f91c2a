import type { Shape } from '../operation/shape.js'
import { parseJson } from './parse-json.js'

/**
 * Converts the text of a flag to a value of the shape that the client expects. A text that does not fit stays as it is: the client
 * refuses it with an error that states what is allowed.
 *
 * @param name - The flag, for an error about JSON that is not valid.
 * @throws UsageError naming the line and the column of JSON that is not valid.
 */
export function parseValue(text: string, shape: Shape, name: string): unknown {
  if (shape.type === 'union') return parseUnion(text, shape.anyOf ?? [], name)
  if (shape.type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : text
  if (shape.type === 'boolean') return text === 'true' || (text === 'false' ? false : text)
  if (shape.type !== 'object' && shape.type !== 'array') return text
  if (/^\s*[[{]/.test(text)) return parseJson(text, name)
  const [field, ...others] = shape.required ?? []
  return field !== undefined && others.length === 0
    ? { [field]: parseValue(text, shape.properties?.[field] ?? { type: 'string' }, name) }
    : text
}

/** A word is an object only if no other shape fits. */
function parseUnion(text: string, shapes: readonly Shape[], name: string): unknown {
  const simple = shapes.filter(({ type }) => type !== 'object' && type !== 'array')
  const isJson = simple.length < shapes.length && /^\s*[[{]/.test(text)
  for (const shape of isJson ? shapes : simple) {
    const value = parseValue(text, shape, name)
    if (typeof value !== 'string') return value
  }
  return text
}

/**
 * Converts the texts of a flag that may be repeated: each is an item, but one JSON array stands for all.
 *
 * @throws UsageError naming the line and the column of JSON that is not valid.
 */
export function parseItems(texts: readonly string[], items: Shape, name: string): unknown {
  const [first = ''] = texts
  if (texts.length === 1 && /^\s*\[/.test(first)) return parseJson(first, name)
  return texts.map((text) => parseValue(text, items, name))
}
