import type { Hooks } from 'sceyt-platform'

/** Hooks that write each request, response and retry to stderr, in the manner of `curl -v`. The client has redacted all secrets. */
export function verboseHooks(write: (line: string) => void): Hooks {
  const writeHeaders = (mark: string, headers: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(headers)) write(`${mark} ${name}: ${value}`)
  }
  return {
    onRequest({ method, url, headers, attempt }) {
      write(`> ${method} ${url}${attempt > 1 ? ` (attempt ${attempt})` : ''}`)
      writeHeaders('>', headers)
    },
    onResponse({ status, headers, attemptDuration }) {
      write(`< ${status} after ${Math.round(attemptDuration)} ms`)
      writeHeaders('<', headers)
    },
    onRetry({ status, error, delay }) {
      write(`* ${status ?? (error as Error).message}; retry in ${Math.round(delay)} ms`)
    },
    onError({ error }) {
      write(`* ${(error as Error).message}`)
    },
  }
}
