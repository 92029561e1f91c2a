/** Lets CommonJS packages in a bundle of ES modules, such as commander, load the modules of Node. */
export const requireBanner = `import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);`
