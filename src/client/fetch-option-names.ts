/** Options of `fetch` that it is given: those of the standard, and of Node, Bun, Deno, workers, Next.js and node-fetch. */
export const fetchOptionNames: readonly string[] = [
  ...['cache', 'credentials', 'integrity', 'keepalive', 'mode', 'priority', 'referrer', 'referrerPolicy', 'window'],
  ...['attributionReporting', 'browsingTopics', 'duplex', 'targetAddressSpace'],
  ...['dispatcher', 'proxy', 'tls', 'unix', 'verbose', 'decompress', 'client', 'cf', 'encodeResponseBody', 'next'],
  ...['agent', 'compress', 'follow', 'highWaterMark', 'insecureHTTPParser', 'size'],
]
