import type { Json } from './check.js'

/** A result that differs in some runtimes. They must have exactly this one. */
export interface Difference {
  runtimes: readonly string[]
  checks: readonly string[]
  expected: Json
  why: string
}

const withoutCodes = ['workerd', 'Chromium']
const whyUnknown = 'No error code proves that nothing was sent.'

export const differences: readonly Difference[] = [
  {
    runtimes: ['Chromium'],
    checks: ['a client can be created without allowBrowser'],
    expected: 'InputError allowBrowser',
    why: 'Anyone who opens the page can read the key.',
  },
  {
    runtimes: ['Chromium'],
    checks: ['the User-Agent is that of the client'],
    expected: { byDefault: 'Mozilla', byOption: 'Mozilla', byCall: 'Mozilla', uploading: 'Mozilla' },
    why: 'The client sends none there, and the browser ignores that of a call.',
  },
  {
    runtimes: withoutCodes,
    checks: ['a GET on a refused connection is retried, and reported as unsent'],
    expected: { error: 'ConnectionError', attempts: 2, unsent: false },
    why: whyUnknown,
  },
  {
    runtimes: withoutCodes,
    checks: ['a POST on a refused connection is retried'],
    expected: { error: 'ConnectionError', attempts: 1, unsent: false },
    why: whyUnknown,
  },
  {
    runtimes: ['Chromium'],
    checks: [
      'a POST that is reset on a kept-alive connection is sent once',
      'a POST through a middleware, reset on a kept-alive connection, is sent once',
      'an upload that is reset on a kept-alive connection is sent once',
    ],
    expected: { error: 'ConnectionError', attempts: 1, unsent: false, reused: [false, true, false] },
    why: 'When a kept-alive connection breaks, it resends the request itself, and no option turns that off.',
  },
  {
    runtimes: ['Chromium'],
    checks: ['POST', 'DELETE', 'upload'].map(
      (what) => `${what === 'upload' ? 'an' : 'a'} ${what} is sent once, with its length, after a 421`,
    ),
    expected: { status: 200, chunked: [false, false] },
    why: 'It repeats the request itself, unless the body is a stream, which it sends over HTTP/2 alone.',
  },
  {
    runtimes: ['Chromium'],
    checks: [
      'a GET does not follow a redirect to another origin',
      'a POST does not follow a redirect to another origin',
    ],
    expected: { outcomes: Array(5).fill('RedirectError 0 null'), keysElsewhere: [] },
    why: 'A page can read neither the status nor the Location of a redirect.',
  },
  {
    runtimes: ['Chromium'],
    checks: ['a stream of known size is uploaded completely', 'a stream of unknown size is uploaded completely'],
    expected: { error: 'ConnectionError' },
    why: 'It streams a body over HTTP/2 only; a Blob works over HTTP/1.1 too.',
  },
]
