/** The errors of file systems that cannot sync, such as some of a network. */
const codes: readonly unknown[] = ['EINVAL', 'ENOSYS', 'ENOTSUP']

/** Returns whether an error is that of a file system that cannot sync. */
export function isUnsupportedSync(error: unknown): boolean {
  return codes.includes((error as { code?: unknown }).code)
}
