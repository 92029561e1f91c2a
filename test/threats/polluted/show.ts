/** Reads a body of a request or a response as text, without the boundaries of forms. */
export async function textOf(body: unknown): Promise<unknown> {
  if (body instanceof Blob) return withoutBoundary(await body.text())
  if (ArrayBuffer.isView(body)) return withoutBoundary(new TextDecoder().decode(body))
  if (!(body instanceof ReadableStream)) return body
  let text = ''
  const reader = body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read())
    text += typeof next.value === 'string' ? next.value : new TextDecoder().decode(next.value)
  return withoutBoundary(text)
}

function withoutBoundary(text: string): string {
  return text.replaceAll(/(sceyt-|formdata-undici-)[\da-f-]+/g, 'boundary')
}

const unstable = /^(duration|attemptDuration|callId|delay|created_at|updated_at|id|url|file_id|stack)$/i

/** Returns a value as JSON, with the own fields of errors and the entries of headers, and without times and ids. */
export function show(value: unknown, depth = 8): unknown {
  if (typeof value === 'string') return withoutBoundary(value).replaceAll(/\d+ ms|\d{8,}|:\d{4,5}\b/g, '')
  if (typeof value === 'function' || typeof value === 'symbol' || value === undefined) return typeof value
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null || depth === 0) return value
  if (Array.isArray(value)) return value.map((item) => show(item, depth - 1))
  if (value instanceof Headers)
    return [...value].filter(([name]) => !/date|keep-alive|connection|request-id/.test(name))
  if (value instanceof Blob) return [value.size, value.type]
  if (value instanceof Response) return [value.status, value.statusText, show(value.headers), show(value.url)]
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    unstable.test(name) ? typeof field : show(field, depth - 1),
  ])
  if (!(value instanceof Error)) return [value.constructor?.name, fields]
  return [value.name, show(value.message), fields, show(Object.hasOwn(value, 'cause') && value.cause, depth - 1)]
}
