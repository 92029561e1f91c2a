import type * as server from './resend.js'

/** Only Deno resends bytes. */
export const resendsBytes: typeof server.resendsBytes = () => false

export const protectFromResend: typeof server.protectFromResend = (body) => body
