/** Ctrl-C, or another signal that ends a command. */
export class Interrupted extends Error {}
