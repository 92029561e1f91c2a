import { BlockList, isIP, isIPv4 } from 'node:net'
import { domainToASCII } from 'node:url'

/** Returns whether a URL is excluded from proxying. */
export type Excludes = (url: URL) => boolean

/**
 * Parses `NO_PROXY` as curl and Go do: names with their subdomains, IP addresses, and CIDR blocks, separated by commas or
 * spaces. A name or address may have a port. `*` matches everything.
 */
export function parseNoProxy(text: string): Excludes {
  const rules = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(parseRule)
  return (url) => {
    const host = withoutBrackets(url.hostname).replace(/\.$/, '')
    const port = url.port || (url.protocol === 'https:' ? '443' : '80')
    return rules.some((rule) => rule(host, port))
  }
}

type Rule = (host: string, port: string) => boolean

function parseRule(text: string): Rule {
  if (text === '*') return () => true
  const [, block, prefix] = /^(.+)\/(\d+)$/.exec(text) ?? []
  if (block) return addressRule(withoutBrackets(block), Number(prefix))
  if (isIP(text)) return addressRule(text)
  const [, name = text, port] = /^(.*?)(?::(\d+))?$/.exec(text) ?? []
  const bare = withoutBrackets(name)
  const rule = isIP(bare) ? addressRule(bare) : nameRule(bare)
  return port ? (host, given) => Number(given) === Number(port) && rule(host, given) : rule
}

function addressRule(address: string, prefix?: number): Rule {
  const list = new BlockList()
  try {
    if (prefix === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, prefix, familyOf(address))
  } catch {
    // A block that is not one matches nothing, as in curl.
    return () => false
  }
  return (host) => isIP(host) > 0 && list.check(host, familyOf(host))
}

/** A leading dot or asterisk changes nothing. */
function nameRule(text: string): Rule {
  const name = domainToASCII(text.replace(/^\*?\./, '').replace(/\.$/, ''))
  return (host) => name !== '' && isIP(host) === 0 && (host === name || host.endsWith(`.${name}`))
}

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6')

const withoutBrackets = (host: string) => host.replace(/^\[(.*)\]$/, '$1')
