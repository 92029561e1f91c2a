/**
 * Returns whether a host is in a private network: an address that is not routed on the internet, or a name that only such a
 * network resolves, such as that of a Docker Compose service.
 *
 * @param host - The `hostname` of a URL, which is in lower case, and whose addresses are in their usual form.
 */
export function isPrivateHost(host: string): boolean {
  // IPv4 addresses may be written as IPv6, such as `::ffff:a00:1`. Their first half decides.
  const [, start] = /^\[::ffff:([\da-f]+):/.exec(host) ?? []
  const half = Number.parseInt(start ?? '', 16)
  const address = start ? `${half >> 8}.${half & 255}.` : host
  return [privateIPv4, privateIPv6, privateName].some((pattern) => pattern.test(address))
}

/** RFC 1918, link-local addresses, and RFC 6598, which Kubernetes and Tailscale use. */
const privateIPv4 = /^(10|172\.(1[6-9]|2\d|3[01])|192\.168|169\.254|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]*$/
/** `fc00::/7` and `fe80::/10`. */
const privateIPv6 = /^\[(f[cd]..|fe[89ab].):/
const privateName = /^[^.:]+$|\.(local|internal|localhost|lan|svc|test|home\.arpa)$/
