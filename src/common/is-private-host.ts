/**
 * Returns whether a host is in a private network: a private or link-local address, or a name that only such a network
 * resolves, such as that of a Docker Compose service.
 *
 * @param host - The `hostname` of a URL, which is in lower case, and whose addresses are in their usual form.
 */
export function isPrivateHost(host: string): boolean {
  // IPv4 addresses may be written as IPv6, such as `::ffff:a00:1`. Their first half decides.
  const [, start] = /^\[::ffff:([\da-f]+):/.exec(host) ?? []
  const half = Number.parseInt(start ?? '', 16)
  const address = start ? `${half >> 8}.${half & 255}.` : host
  // RFC 1918, and link-local addresses.
  if (/^[\d.]+$/.test(address)) return /^(10|172\.(1[6-9]|2\d|3[01])|192\.168|169\.254)\./.test(address)
  // `fc00::/7` and `fe80::/10`, or a name.
  return /^\[(f[cd]..|fe[89ab].):|^[^.:]+$|\.(local|internal|localhost)$/.test(host)
}
