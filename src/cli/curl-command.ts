import type { CapturedRequest } from './capture-request.js'
import { shellQuote, shellWord } from './shell-quote.js'

/**
 * Writes a request as a curl command. The API key is the variable `$SCEYT_API_KEY` in it, so that the command can be shown.
 *
 * @param keyName - Name of the header that carries the API key.
 * @param files - Paths of the files of a form, by their fields.
 */
export function curlCommand(
  { method, url, body, contentType }: CapturedRequest,
  keyName: string,
  files: Readonly<Record<string, string>>,
  output?: string,
): string {
  const fields = Object.entries(files)
  const parts = [
    'curl',
    // GET and the POST of a form are what curl sends by itself, but a command that writes says so.
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    // Otherwise curl takes brackets and braces for several URLs.
    ...(/[[\]{}]/.test(url) ? ['-g'] : []),
    shellQuote(url),
    /^[\w-]+$/.test(keyName) ? `-H "${keyName}: $SCEYT_API_KEY"` : `-H ${shellQuote(`${keyName}: `)}"$SCEYT_API_KEY"`,
    ...(body !== undefined && fields.length === 0
      ? [`-H ${shellQuote(`Content-Type: ${contentType}`)}`, `-d ${shellQuote(body)}`]
      : []),
    ...fields.map(([field, path]) => `-F ${shellQuote(`${field}=@${formPath(path)}`)}`),
    ...(output === undefined ? [] : [`-o ${shellWord(output)}`]),
  ]
  return parts.join(' ')
}

/** curl reads a comma or a semicolon in a path as its end, unless the path is in double quotes. */
function formPath(path: string): string {
  return /[;,"]|^ | $/.test(path) ? `"${path.replaceAll(/["\\]/g, '\\$&')}"` : path
}
