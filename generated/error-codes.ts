// Made by `npm run generate` from openapi/. Do not edit.
/**
 * The meaning of an error, whatever its status.
 *
 * - `already-exists`: A value that must be unique is taken.
 * - `in-use`: Something still in use cannot be deleted, or opened a second time.
 * - `not-found`: A resource that the request refers to does not exist.
 * - `not-allowed`: The key or the user may not do this.
 * - `invalid`: The request, or a value in it, is invalid.
 * - `too-large`: A limit of size or number is exceeded.
 * - `rate-limited`: Too many requests. Wait before the next one.
 * - `unauthenticated`: The API key or the token is missing, unknown or expired.
 * - `unavailable`: The server failed or gave up. Whether the request took effect is unknown.
 * - `unknown`: none of these.
 */
export type ErrorReason = 'already-exists' | 'in-use' | 'not-found' | 'not-allowed' | 'invalid' | 'too-large' | 'rate-limited' | 'unauthenticated' | 'unavailable' | 'unknown'

type KeysOf = Readonly<Partial<Record<ErrorReason, string>>>

/** The codes, types and statuses of each reason. `5XX` is for every status from 500 to 599. */
export const errorReasons: Readonly<Record<'codes' | 'types' | 'statuses', KeysOf>> = {
  codes: {
    'already-exists': '1108 40006 40007 40900',
    'in-use': '1305 40901',
    'not-found': '1109 40008 40012 40015 40400 40401',
    'not-allowed': '1301 40014 40105 40106 40301',
    invalid: '40000 40003 40004 40010 40011',
    'too-large': '1203 40001 40009 40013',
    'rate-limited': '40002 42900',
    unauthenticated: '1020 1021 1302 40005 40101 40102 40103 40104',
    unavailable: '50001 50300',
  },
  types: {
    'not-found': 'NotFound',
    'not-allowed': 'NotAllowed',
    invalid: 'BadRequest BadParam',
    'too-large': 'TooLargeRequest',
    'rate-limited': 'TooManyRequests',
    unauthenticated: 'Authentication',
    unavailable: 'InternalError',
  },
  statuses: {
    'already-exists': '409',
    'not-found': '404 410',
    'not-allowed': '403',
    invalid: '400 405 415 422',
    'too-large': '413 414 431',
    'rate-limited': '429',
    unauthenticated: '401',
    unavailable: '408 5XX',
  },
}
