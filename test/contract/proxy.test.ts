import { testOperations } from './operations.js'
import { testPaging } from './paging.js'
import { proxyTarget } from './targets.js'

const target = await proxyTarget()
testOperations(target)
testPaging(target)
