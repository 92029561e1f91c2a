const problems: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links form a loop',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8',
}

/** Describes an error of the file system without the path. */
export function fileProblem(error: unknown): string {
  const { code = 'it is not readable' } = error as NodeJS.ErrnoException
  return problems[code] ?? code
}
