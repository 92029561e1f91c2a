import { testOperations } from './operations.js'
import { testPaging } from './paging.js'
import { sandboxTarget } from './targets.js'

testOperations(sandboxTarget)
testPaging(sandboxTarget)
