/**
 * Returns whether a host is in a private network: a private or link-local address, or a name that only such a network
 * resolves, such as that of a Docker Compose service.
 *
 * @param host - The `hostname` of a URL, which is in lower case, and whose addresses are in their usual form.
 */
export function isPrivateHost(host: string): boolean {
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1))
  if (/^\d+(\.\d+){3}$/.test(host)) return isPrivateIpv4(host.split('.').map(Number))
  return !host.includes('.') || /\.(local|internal|localhost)$/.test(host)
}

/** RFC 1918, and link-local addresses. */
function isPrivateIpv4([first = 0, second = 0]: readonly number[]): boolean {
  return (
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254)
  )
}

/** `fc00::/7`, `fe80::/10`, and IPv4 addresses written as IPv6, such as `::ffff:a00:1`. */
function isPrivateIpv6(address: string): boolean {
  const [, high = '', low = ''] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(address) ?? []
  if (high) return isPrivateIpv4([high, low].flatMap((half) => [parseInt(half, 16) >> 8, parseInt(half, 16) & 255]))
  return /^(f[cd][\da-f]{2}|fe[89ab][\da-f]):/.test(address)
}
