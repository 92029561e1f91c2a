/** A part of a form. It is a file if it has a filename, or else text. */
export interface FormPart {
  readonly name: string
  readonly filename: string | undefined
  /** Media type, in lower case; empty if it is not valid. */
  readonly type: string
  readonly content: Uint8Array<ArrayBuffer>
}

const emptyLine = '\r\n\r\n'
/** The most bytes of the headers of a part. */
const maxHead = 16 * 1024
const maxParts = 1000

/**
 * Parses a body of `multipart/form-data`, as `Response.formData()` does. That one creates a file of the global class, and
 * fails under jsdom, where this is not the class of the platform.
 *
 * @param type - The `Content-Type` of the request.
 * @throws SyntaxError or URIError if it is malformed.
 */
export function parseForm(body: Uint8Array<ArrayBuffer>, type: string): FormPart[] {
  // One character for each byte.
  const text = new TextDecoder('latin1').decode(body)
  const delimiter = `\r\n--${boundaryOf(type)}`
  const parts: FormPart[] = []
  // Text before the first delimiter, which need not follow a line break, and after the last one is ignored.
  let at = indexOf(text, delimiter.slice(2), 0) + delimiter.length - 2
  while (!text.startsWith('--', at)) {
    if (parts.length === maxParts) throw new SyntaxError(`expected at most ${maxParts} parts`)
    const head = indexOf(text, emptyLine, at)
    if (head - at > maxHead) throw new SyntaxError(`expected headers of at most ${maxHead} bytes`)
    const end = indexOf(text, delimiter, head + emptyLine.length)
    const content = new Uint8Array(body.subarray(head + emptyLine.length, end))
    parts.push({ ...parseHead(new TextDecoder().decode(body.subarray(at, head))), content })
    at = end + delimiter.length
  }
  if (!/^--($|[ \t]*\r\n)/.test(text.slice(at))) throw new SyntaxError('expected a line break after the last delimiter')
  return parts
}

function boundaryOf(type: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s";]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain ?? ''
  // The limit of RFC 2046, without which a search could take long.
  if (boundary === '' || boundary.length > 70) throw new SyntaxError('expected a boundary of 1 to 70 characters')
  return boundary
}

function parseHead(text: string): Omit<FormPart, 'content'> {
  const [start, ...lines] = text.split('\r\n')
  if (start !== '') throw new SyntaxError('expected a line break after the boundary')
  let disposition: string | undefined
  let type: string | undefined
  for (const line of lines) {
    const [, name = '', value = ''] = /^([\w!#$%&'*+.^`|~-]+)[ \t]*:([^\r\n]*)$/.exec(line) ?? []
    if (name === '') throw new SyntaxError('invalid header of a part')
    if (name.toLowerCase() === 'content-disposition') disposition = value.trim()
    if (name.toLowerCase() === 'content-type') type = value.trim()
  }
  const { name, filename, ...extended } = parseDisposition(disposition)
  if (name === undefined) throw new SyntaxError('a part has no name')
  type ??= 'text/plain'
  return {
    name,
    filename: extended['filename*'] ?? filename,
    type: /^[ -~]*$/.test(type) ? type.toLowerCase() : '',
  }
}

/** Parses the parameters of a `Content-Disposition`. */
function parseDisposition(header = ''): Partial<Record<'name' | 'filename' | 'filename*', string>> {
  const parameters: Record<string, string> = Object.create(null)
  const rest = header.replace(
    /;\s*([^\s;="]+)=(?:"([^"]*)"|([^\s;"]+))/g,
    (_all, name: string, quoted: string | undefined, plain = '') => {
      parameters[name.toLowerCase()] = quoted === undefined ? decodePlain(name, plain) : decodeEscapes(quoted)
      return ''
    },
  )
  if (rest.trim().toLowerCase() !== 'form-data') throw new SyntaxError('expected the disposition form-data')
  return parameters
}

/** Decodes the value of an extended parameter, such as `utf-8''%E2%82%AC`. */
function decodePlain(name: string, value: string): string {
  return name.endsWith('*') ? decodeURIComponent(value.replace(/^utf-8'[^']*'/i, '')) : value
}

/** Decodes what browsers escape in a name. */
function decodeEscapes(text: string): string {
  return text.replace(/%(?:0A|0D|22)/gi, decodeURIComponent)
}

function indexOf(text: string, sought: string, from: number): number {
  const index = text.indexOf(sought, from)
  if (index < 0) throw new SyntaxError('expected a delimiter')
  return index
}
