import { type ErrorReason, errorReasons } from '../../generated/error-codes.js'

/** Returns the meaning of an error: of its code, or else of its type, or else of its status. */
export function reasonOf(status: number, code: number | undefined, type: string | undefined): ErrorReason {
  const { codes, types, statuses } = errorReasons
  return (
    read(codes, code) ??
    read(types, type) ??
    read(statuses, status) ??
    read(statuses, `${Math.trunc(status / 100)}XX`) ??
    'unknown'
  )
}

function read(
  reasons: Readonly<Record<string, ErrorReason>>,
  key: number | string | undefined,
): ErrorReason | undefined {
  return key !== undefined && Object.hasOwn(reasons, key) ? reasons[key] : undefined
}
