import { describe, expect, it } from 'vitest'
import { provesPermanent, provesUnsent } from '../../src/http/classify-failure.js'

const wrap = (cause: unknown) => new TypeError('fetch failed', { cause })
const failing = (fields: object) => Object.assign(new Error('failed'), fields)

describe('provesUnsent', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ConnectionRefused'])(
    'is true for %s, however it is wrapped',
    (code) => {
      expect(provesUnsent(failing({ code }))).toBe(true)
      expect(provesUnsent(wrap(failing({ code })))).toBe(true)
      expect(provesUnsent(wrap(wrap(wrap(failing({ code })))))).toBe(true)
    },
  )

  it.each(['ETIMEDOUT', 'ECONNRESET', 'EADDRNOTAVAIL', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'is true for %s while connecting',
    (code) => {
      expect(provesUnsent(wrap(failing({ code, syscall: 'connect' })))).toBe(true)
    },
  )

  it.each([
    ['EREFUSED', 'queryA'],
    ['ESERVFAIL', 'queryAaaa'],
    ['ETIMEOUT', 'queryCname'],
    ['EMFILE', 'getaddrinfo'],
  ])('is true for %s in %s', (code, syscall) => {
    expect(provesUnsent(wrap(failing({ code, syscall })))).toBe(true)
    expect(provesPermanent(wrap(failing({ code, syscall })))).toBe(false)
    expect(provesUnsent(wrap(failing({ code })))).toBe(false)
  })

  it('is true for an HTTP/2 stream that the server refused, and for no other end of one', () => {
    const closed = (reason: string) =>
      wrap(Object.assign(new Error(`Stream closed with error code ${reason}`), { code: 'ERR_HTTP2_STREAM_ERROR' }))
    expect(provesUnsent(closed('NGHTTP2_REFUSED_STREAM'))).toBe(true)
    expect(provesPermanent(closed('NGHTTP2_REFUSED_STREAM'))).toBe(false)
    for (const reason of ['NGHTTP2_INTERNAL_ERROR', 'NGHTTP2_CANCEL', 'NGHTTP2_ENHANCE_YOUR_CALM'])
      expect(provesUnsent(closed(reason))).toBe(false)
  })

  it('is true if every address was refused', () => {
    const refused = ['::1', '127.0.0.1'].map((address) =>
      failing({ code: 'ECONNREFUSED', syscall: 'connect', address }),
    )
    expect(provesUnsent(wrap(Object.assign(new AggregateError(refused), { code: 'ECONNREFUSED' })))).toBe(true)
  })

  it.each([
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'ECONNABORTED',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'HPE_INVALID_CONSTANT',
    'econnrefused',
  ])('is false for %s, after which the server may have everything', (code) => {
    expect(provesUnsent(failing({ code }))).toBe(false)
    expect(provesUnsent(wrap(failing({ code, syscall: 'read' })))).toBe(false)
  })

  // An established connection breaks with these too, when the route is lost.
  it.each(['EHOSTUNREACH', 'ENETUNREACH'])('is false for %s of an established connection', (code) => {
    for (const syscall of ['read', 'write']) expect(provesUnsent(wrap(failing({ code, syscall })))).toBe(false)
  })

  it.each([
    undefined,
    null,
    'ECONNREFUSED',
    5,
    {},
    new Error('ECONNREFUSED'),
    { code: 111 },
    { syscall: 'read' },
    { syscall: 'querystring' },
    wrap('ECONNREFUSED'),
    wrap(null),
  ])('is false for values that prove nothing: %s', (error) => {
    expect(provesUnsent(error)).toBe(false)
  })

  it('ends where causes form a circle', () => {
    const error = new Error('round')
    error.cause = error
    expect(provesUnsent(error)).toBe(false)
  })

  it.each(['EAI_FAIL', 'EAI_NODATA', 'ERR_SOCKET_CONNECTION_TIMEOUT'])('is true for %s', (code) => {
    expect(provesUnsent(wrap(failing({ code })))).toBe(true)
    expect(provesPermanent(wrap(failing({ code })))).toBe(false)
  })

  it.each([
    // Node
    'Client network socket disconnected before secure TLS connection was established',
    // Bun
    'ECONNREFUSED: Unable to connect. Is the computer able to access the url?',
    'ENETUNREACH: Was there a typo in the url or port?',
    'Proxy response (502) !== 200 when HTTP Tunneling',
    // Deno
    'error sending request for url (http://127.0.0.1:1/): client error (Connect): tcp connect error: Connection refused (os error 111)',
  ])('is true for "%s"', (message) => {
    expect(provesUnsent(wrap(new Error(message)))).toBe(true)
    expect(provesPermanent(wrap(new Error(message)))).toBe(false)
  })

  it('is false for an AggregateError of which one part proves nothing, whatever its code is', () => {
    const parts = [failing({ code: 'ECONNREFUSED', syscall: 'connect' }), failing({ code: 'ECONNRESET' })]
    expect(provesUnsent(wrap(Object.assign(new AggregateError(parts), { code: 'ECONNREFUSED' })))).toBe(false)
    expect(provesUnsent(wrap(new AggregateError([])))).toBe(false)
  })

  it('ends where an AggregateError contains itself', () => {
    const error = new AggregateError([])
    error.errors = [error]
    expect(provesUnsent(error)).toBe(false)
  })
})

describe('provesPermanent', () => {
  it.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'CRL_HAS_EXPIRED',
    'ERROR_IN_CERT_NOT_AFTER_FIELD',
    'PATH_LENGTH_EXCEEDED',
    'ERR_TLS_DH_PARAM_SIZE',
    'ERR_TLS_INVALID_PROTOCOL_VERSION',
    'ERR_TLS_PROTOCOL_VERSION_CONFLICT',
    'ERR_SSL_NO_CIPHER_MATCH',
    'ERR_SSL_NO_PROTOCOLS_AVAILABLE',
    'ERR_SSL_DH_KEY_TOO_SMALL',
    'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_UNSUPPORTED_PROTOCOL',
    'ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'ERR_SSL_TLSV1_UNRECOGNIZED_NAME',
    'UND_ERR_INVALID_ARG',
    'UND_ERR_CLOSED',
    'ERR_INVALID_URL',
  ])('is true for %s, which is unsent too', (code) => {
    expect(provesPermanent(wrap(failing({ code })))).toBe(true)
    expect(provesUnsent(wrap(failing({ code })))).toBe(true)
  })

  it.each(['bad port', 'Fetch failed: Requests to port 25 are blocked', 'invalid peer certificate: UnknownIssuer'])(
    'is true for "%s", which is unsent too',
    (message) => {
      expect(provesPermanent(wrap(new Error(message)))).toBe(true)
      expect(provesUnsent(wrap(new Error(message)))).toBe(true)
    },
  )

  it('is true for a wrong Content-Length, which may be found when a part of the body was sent', () => {
    const error = wrap(failing({ code: 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH' }))
    expect([provesPermanent(error), provesUnsent(error)]).toEqual([true, false])
  })

  // A connection can break with these after the server received the request, as where it then asks for a certificate.
  it.each([
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
    'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
    'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC',
    'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
    'ERR_SSL_PACKET_LENGTH_TOO_LONG',
    'ERR_SSL_BAD_RECORD_TYPE',
    'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
    'ERR_SSL_INVALID_AAD',
    'ERR_TLS_RENEGOTIATION_DISABLED',
    'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR',
    'ERR_SSL_TLSV1_ALERT_ACCESS_DENIED',
    'ERR_SSL_UNEXPECTED_EOF_WHILE_READING',
  ])('is false for %s, which is not unsent', (code) => {
    expect(provesPermanent(wrap(failing({ code })))).toBe(false)
    expect(provesUnsent(wrap(failing({ code })))).toBe(false)
  })

  it.each(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_DESTROYED'])('is false for %s', (code) => {
    expect(provesPermanent(wrap(failing({ code })))).toBe(false)
  })
})
