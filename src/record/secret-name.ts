/** The end of the name of a secret, whatever is before it, such as `webhookSecret`, `x-api-key` or `PGPASSWORD`. */
const secretName =
  /(?:token|secret|passw(?:or)?d|pwd|passphrase|credential|authorization|cookie|jwt|(?:api|private|secret|access|signing)[-_. ]?key|session[-_. ]?id)$/i
/** A token of paging is no secret, and a replay needs it. */
const pageToken = /(?:page|next|prev|previous|continuation|cursor)[-_. ]?token$/i
/** Parameters of a URL that is signed. */
const signature = /^(sig|(x-(amz|goog)-)?(signature|credential|security-token))$/i
const digits = /^[\d.]+$/

function isSecretName(name: string): boolean {
  return secretName.test(name) && !pageToken.test(name)
}

/** Returns whether a text or a number of this name is a secret, such as `token`. The digits of a plural, such as `tokens`, are a count. */
export function isSecretField(name: string, value = ''): boolean {
  return isSecretName(name) || (secretNameWithin(name) !== undefined && !digits.test(value))
}

/** Returns the secret name under which everything in an object or an array belongs, or undefined if it has no such name. */
export function secretNameWithin(name: string): string | undefined {
  return [name, name.replace(/s$/i, '')].find(isSecretName)
}

/** Returns whether the value of a parameter is a secret. The name may be a path, such as `user[password]` or `tokens[]`. */
export function isSecretParameter(name: string, value?: string): boolean {
  const parts = name.split(/[[\].]+/)
  const last = parts.at(-1) ?? ''
  const isSecret = [name, last].some((part) => isSecretField(part, value))
  return isSecret || signature.test(last) || parts.slice(0, -1).some((part) => secretNameWithin(part))
}
