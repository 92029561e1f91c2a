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

type Reasons = Readonly<Record<string, ErrorReason>>

/** The reason by code, by type and by status. `5XX` is for every status from 500 to 599. */
export const errorReasons: Readonly<Record<'codes' | 'types' | 'statuses', Reasons>> = {
  codes: {
    '1020': 'unauthenticated',
    '1021': 'unauthenticated',
    '1108': 'already-exists',
    '1109': 'not-found',
    '1203': 'too-large',
    '1301': 'not-allowed',
    '1302': 'unauthenticated',
    '1305': 'in-use',
    '40000': 'invalid',
    '40001': 'too-large',
    '40002': 'rate-limited',
    '40003': 'invalid',
    '40004': 'invalid',
    '40005': 'unauthenticated',
    '40006': 'already-exists',
    '40007': 'already-exists',
    '40008': 'not-found',
    '40009': 'too-large',
    '40010': 'invalid',
    '40011': 'invalid',
    '40012': 'not-found',
    '40013': 'too-large',
    '40014': 'not-allowed',
    '40015': 'not-found',
    '40101': 'unauthenticated',
    '40102': 'unauthenticated',
    '40103': 'unauthenticated',
    '40104': 'unauthenticated',
    '40105': 'not-allowed',
    '40106': 'not-allowed',
    '40301': 'not-allowed',
    '40400': 'not-found',
    '40401': 'not-found',
    '40900': 'already-exists',
    '40901': 'in-use',
    '42900': 'rate-limited',
    '50001': 'unavailable',
    '50300': 'unavailable',
  },
  types: {
    NotFound: 'not-found',
    NotAllowed: 'not-allowed',
    BadRequest: 'invalid',
    BadParam: 'invalid',
    TooLargeRequest: 'too-large',
    TooManyRequests: 'rate-limited',
    Authentication: 'unauthenticated',
    InternalError: 'unavailable',
  },
  statuses: {
    '400': 'invalid',
    '401': 'unauthenticated',
    '403': 'not-allowed',
    '404': 'not-found',
    '405': 'invalid',
    '408': 'unavailable',
    '409': 'already-exists',
    '410': 'not-found',
    '413': 'too-large',
    '414': 'too-large',
    '415': 'invalid',
    '422': 'invalid',
    '429': 'rate-limited',
    '431': 'too-large',
    '5XX': 'unavailable',
  },
}
