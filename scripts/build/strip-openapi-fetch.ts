/**
 * What the bundles leave out of openapi-fetch, and what takes its place. `src/client/openapi-fetch.ts` always passes a Request class,
 * a fetch and the three serializers, formats `text` and `stream`, and a base URL without a slash at its end. It passes middlewares
 * with each call, and no other options.
 */
const changes: readonly (readonly [code: string | RegExp, replacement: string])[] = [
  // The client calls the methods of the document alone, and keeps its middlewares itself.
  [/^ {4}request\(method, url, init\) \{\n.*?^ {4}\},\n/ms, ''],
  [/^ {4}\/\*\* Call a OPTIONS endpoint \*\/\n.*?(?=^ {2}\};\n\}\nclass PathCallForwarder )/ms, ''],
  ['  const globalMiddlewares = [];\n', ''],
  ['[...globalMiddlewares, ...requestMiddlewares]', 'requestMiddlewares'],
  // Options of createClient that it never passes, and their defaults.
  ['    requestInitExt = void 0,\n', ''],
  ['  requestInitExt = supportsRequestInitExt() ? requestInitExt : void 0;\n', ''],
  ['await fetch(request, requestInitExt)', 'await fetch(request)'],
  ['Request: CustomRequest = globalThis.Request', 'Request: CustomRequest'],
  ['    fetch: baseFetch = globalThis.fetch,\n', ''],
  ['fetch = baseFetch', 'fetch'],
  ['      redirect: "follow",\n      ...baseOptions,\n', ''],
  ['  baseUrl = removeTrailingSlash(baseUrl);\n', ''],
  [/let finalBaseUrl = baseUrl;\n {4}if \(localBaseUrl\) \{\n.*?^ {4}\}\n/ms, 'const finalBaseUrl = baseUrl;\n'],
  [
    /let querySerializer = typeof globalQuerySerializer .*?^ {4}\}\n/ms,
    'const querySerializer = requestQuerySerializer || globalQuerySerializer;\n',
  ],
  ['globalPathSerializer || defaultPathSerializer', 'globalPathSerializer'],
  ['globalBodySerializer ?? defaultBodySerializer', 'globalBodySerializer'],
  // The body has been serialized already, so nothing reads these headers.
  [/(?<=void 0 : bodySerializer\(\n {6}body),\n.*?(?=\n {4}\);\n {4}const finalHeaders)/s, ''],
  [/^ {8}if \(parseAs === "json" && !contentLength\) \{\n.*?^ {8}\}\n/ms, ''],
]

/** Leaves out of openapi-fetch what no call of the client reaches: a fiftieth of its bundle. */
export function stripOpenapiFetch(module: string): string {
  return changes.reduce((code, [part, replacement]) => {
    if (code.split(part).length !== 2)
      throw new Error(
        `openapi-fetch must contain this once: ${part}\nIt has changed, so check each of the changes in strip-openapi-fetch.ts.`,
      )
    return code.replace(part, replacement)
  }, module)
}
