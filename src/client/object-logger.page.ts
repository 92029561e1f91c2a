import type { Logger } from './logger.js'

export { toLogger } from './object-logger.js'

/** The loggers that need an adapter are those of servers. That of pino for pages is like `console`. */
export const adaptLogger = (logger: Logger): Logger => logger
