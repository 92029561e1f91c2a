/** A command cannot start: the command line is wrong, or names a file or a server that does not work. Nothing was sent. */
export class UsageError extends Error {}
