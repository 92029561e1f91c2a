const secretName =
  /^((x|platform|proxy)[_-])?((access|refresh|id|auth|user|session|device|push|bearer|csrf|api)?[_-]?token|(client)?[_-]?secret|passw(or)?d|pwd|passphrase|credential|(api|private|secret|access)[_-]?key|(set-?)?cookie|authorization)$/i
/** Parameters of a URL that is signed. */
const signature = /^(sig|(x-(amz|goog)-)?(signature|credential|security-token))$/i

/** Returns whether a text or a number of this name is a secret, such as `token`. */
export function isSecretName(name: string): boolean {
  return secretName.test(name)
}

/**
 * Returns the secret name under which everything in an object or an array belongs, or undefined if it has no such name. A plural
 * such as `tokens` is one here, but may be a count elsewhere.
 */
export function secretNameWithin(name: string): string | undefined {
  return [name, name.replace(/s$/i, '')].find(isSecretName)
}

/** Returns whether the value of a parameter is a secret. The name may be a path, such as `user[password]` or `tokens[]`. */
export function isSecretParameter(name: string): boolean {
  const parts = name.split(/[[\].]+/)
  const last = parts.at(-1) ?? ''
  return isSecretName(last) || signature.test(last) || parts.slice(0, -1).some((part) => secretNameWithin(part))
}
