import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Creates a server that only reads files of a folder, below a path: `/deep/docs/`. */
export function folderServer(folder: string, path: string): Server {
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    const file = decodeURIComponent(pathname.slice(path.length)).replace(/(^|\/)$/, '$1index.html')
    const content = pathname.startsWith(path) ? await readFile(join(folder, file)).catch(() => undefined) : undefined
    if (!content) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(content)
  })
}
