import { UsageError } from '../usage-error.js'

/**
 * Loads what a queue needs, which are optional parts of the package.
 *
 * @throws UsageError if a package is not installed.
 */
export async function loadQueue() {
  try {
    const [{ Redis }, { sharedLimiter }, queue] = await Promise.all([
      import('ioredis'),
      import('sceyt-platform/redis'),
      import('sceyt-platform/bulk/bullmq'),
    ])
    return { ...queue, Redis, sharedLimiter }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageError('The queue needs the packages bullmq and ioredis. Run: npm install bullmq ioredis')
  }
}
