/** Bytes in an `ArrayBuffer`. Spelled so for users of TypeScript before 5.7, where `Uint8Array` is not generic. */
export type Bytes = ReturnType<Uint8Array['slice']>
