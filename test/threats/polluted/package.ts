import { createSceyt, subscribeToCalls } from '../../../src/index.js'
import { fromStream, pooledFetch } from '../../../src/node/index.js'
import { createSandbox } from '../../../src/sandbox/index.js'
import { handlers } from '../../../src/sandbox/msw/index.js'
import { listen } from '../../../src/sandbox/node/index.js'
import { createUserToken, verifyUserToken } from '../../../src/token/index.js'
import { createSceyt as createValidating } from '../../../src/validate/index.js'

/** The functions of every entry of the package, in one bundle that can be evaluated more than once. */
const entries = {
  createSceyt,
  createSandbox,
  createUserToken,
  createValidating,
  fromStream,
  handlers,
  listen,
  pooledFetch,
  subscribeToCalls,
  verifyUserToken,
}

export type Package = typeof entries

declare const provide: (entries: Package) => void
provide(entries)
