import type { Json } from './check.js'

/** What some runtimes show in place of what is due in the others. They must show exactly that. */
export interface Difference {
  runtimes: readonly string[]
  checks: readonly string[]
  due: Json
  why: string
}

const withoutCodes = ['Deno', 'workerd', 'Chromium']
const whyUnknown = 'Its error has no code that proves that nothing was sent.'

export const differences: readonly Difference[] = [
  {
    runtimes: ['Chromium'],
    checks: ['a client is made without allowBrowser'],
    due: 'InputError allowBrowser',
    why: 'Whoever opens the page can read the key.',
  },
  {
    runtimes: withoutCodes,
    checks: ['a GET that is refused is sent again, and told to be unsent'],
    due: { error: 'ConnectionError', attempts: 2, unsent: false },
    why: whyUnknown,
  },
  {
    runtimes: withoutCodes,
    checks: ['a POST that is refused is sent again'],
    due: { error: 'ConnectionError', attempts: 1, unsent: false },
    why: whyUnknown,
  },
  {
    runtimes: ['Chromium'],
    checks: [
      'a POST that is reset on a kept connection is sent once',
      'a POST by way of a middleware, reset on a kept connection, is sent once',
      'an upload that is reset on a kept connection is sent once',
    ],
    due: { error: 'ConnectionError', attempts: 1, unsent: false, reused: [false, true, false] },
    why: 'It sends a request again by itself when a connection breaks that it had kept, and has no option against that.',
  },
  {
    runtimes: ['Chromium'],
    checks: ['a GET follows no redirect to another origin', 'a POST follows no redirect to another origin'],
    due: { outcomes: Array(5).fill('RedirectError 0 null'), keysElsewhere: [] },
    why: 'A page is told neither the status nor the place of a redirect.',
  },
  {
    runtimes: ['Chromium'],
    checks: ['a stream of known size is uploaded whole', 'a stream of unknown size is uploaded whole'],
    due: { error: 'ConnectionError' },
    why: 'It streams a body over HTTP/2 only. A Blob goes over both.',
  },
]
