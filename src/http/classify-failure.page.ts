import type * as server from './classify-failure.js'

/** A browser does not say why `fetch` failed, so any request may have been sent. */
export const provesUnsent: typeof server.provesUnsent = () => false

export const provesPermanent: typeof server.provesPermanent = () => false
