import { type ErrorReason, errorReasons } from '../../generated/error-codes.js'

/** Returns the meaning of an error: of its code, or else of its type, or else of its status. */
export function reasonOf(status: number, code: number | undefined, type: string | undefined): ErrorReason {
  const { codes, types, statuses } = errorReasons
  return (
    find(codes, code) ??
    find(types, type) ??
    find(statuses, status) ??
    find(statuses, `${Math.trunc(status / 100)}XX`) ??
    'unknown'
  )
}

function find(keysOf: (typeof errorReasons)['codes'], key: number | string | undefined): ErrorReason | undefined {
  const reasons = Object.keys(keysOf) as ErrorReason[]
  return reasons.find((reason) => keysOf[reason]?.split(' ').includes(`${key}`))
}
