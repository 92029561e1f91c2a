import { fieldOf } from '../common/field-of.js'

/** Codes of errors about names that were not found, and connections that were never established. */
const connectCodes =
  /^(ECONNREFUSED|ENOTFOUND|EAI_[A-Z]+|UND_ERR_CONNECT_TIMEOUT|ERR_SOCKET_CONNECTION_TIMEOUT|ConnectionRefused)$/

/** System calls that come before a connection: of `net`, of `dns.lookup`, and of `dns.resolve4` and its kin. */
const connectCalls = /^(connect|getaddrinfo|query[A-Z]\w*)$/

/**
 * Messages about them, of Node, Bun and Deno, where there is no such code. An HTTP/2 server that refuses a stream has not
 * processed its request (RFC 9113, 8.7).
 */
const connectMessages =
  /before secure TLS connection was established|^Proxy response \(\d+\) !== 200|^[A-Z]+: (Unable to connect|Was there a typo)|client error \(Connect\)|NGHTTP2_REFUSED_STREAM/

/**
 * Codes of errors that each further attempt would meet before it sends anything: about certificates, TLS settings, arguments, a
 * closed agent. Other TLS alerts, such as `HANDSHAKE_FAILURE`, may also follow after a request.
 */
const permanentCodes =
  /^(ERR_TLS_(CERT|DH|INVALID|PROTOCOL)_.*|ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_(CIPHER|PROTOCOL).*|(DH|EE|CA)_KEY_TOO_SMALL|UNSAFE_LEGACY_RENEGOTIATION_DISABLED|TLSV1_(ALERT_(PROTOCOL_VERSION|NO_APPLICATION_PROTOCOL)|UNRECOGNIZED_NAME))|(CERT|CRL|SELF_SIGNED|DEPTH_ZERO|ERROR_IN|UNABLE_TO)_.*|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED|INVALID_CA|INVALID_PURPOSE|ERR_INVALID_URL|UND_ERR_(INVALID_ARG|NOT_SUPPORTED|CLOSED))$/

/** The last one is that of node-fetch 2, which does not support a `Blob`. */
const permanentMessages =
  /^bad port$|[Pp]ort \d{1,5} (is|are) blocked|invalid peer certificate|^body\.stream\(\.\.\.\)\.pipe is not/

/** Reads a field of an error. */
type Read = (field: string) => unknown

/**
 * Returns whether an error of `fetch` proves that no byte of the request was sent: the name was not found, no connection
 * was established, the request was not valid, or the server refused it unprocessed. When in doubt it returns false: a reset
 * may follow after the server has read everything.
 */
export function provesUnsent(error: unknown): boolean {
  return holdsFor(
    error,
    (read) =>
      matches(connectCalls, read('syscall')) ||
      matches(connectCodes, read('code')) ||
      matches(connectMessages, read('message')) ||
      isPermanent(read),
  )
}

/** Returns whether each further attempt would fail in the same way: a certificate is not valid, or the port is blocked. */
export function provesPermanent(error: unknown): boolean {
  // An upload may have sent a part of its body before its length proved wrong.
  return holdsFor(error, (read) => isPermanent(read) || read('code') === 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH')
}

function isPermanent(read: Read): boolean {
  return matches(permanentCodes, read('code')) || matches(permanentMessages, read('message'))
}

/** Returns whether a condition holds for an error, or one of its causes, or every part of an AggregateError. */
function holdsFor(error: unknown, condition: (read: Read) => boolean, depth = 3): boolean {
  if (typeof error !== 'object' || error === null || depth < 0) return false
  const read = (field: string) => fieldOf(error, field)
  const errors = read('errors')
  if (Array.isArray(errors) && errors.length > 0) return errors.every((part) => holdsFor(part, condition, depth - 1))
  return condition(read) || holdsFor(read('cause'), condition, depth - 1)
}

function matches(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value)
}
