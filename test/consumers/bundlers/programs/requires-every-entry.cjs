// In a dependency, as bundlers expect CommonJS.
module.exports = {
  '.': require('sceyt-platform'),
  './bulk': require('sceyt-platform/bulk'),
  './node': require('sceyt-platform/node'),
  './openapi.json': require('sceyt-platform/openapi.json'),
  './otel': require('sceyt-platform/otel'),
  './package.json': require('sceyt-platform/package.json'),
  './redis': require('sceyt-platform/redis'),
  './sandbox': require('sceyt-platform/sandbox'),
  './sandbox/browser': require('sceyt-platform/sandbox/browser'),
  './sandbox/demo': require('sceyt-platform/sandbox/demo'),
  './sandbox/msw': require('sceyt-platform/sandbox/msw'),
  './sandbox/node': require('sceyt-platform/sandbox/node'),
  './sandbox/playwright': require('sceyt-platform/sandbox/playwright'),
  './sandbox/vitest': require('sceyt-platform/sandbox/vitest'),
  './token': require('sceyt-platform/token'),
  './validate': require('sceyt-platform/validate'),
}
