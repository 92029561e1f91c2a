import { inject } from 'vitest'
import { testOperations } from './operations.js'
import { testPaging } from './paging.js'
import { prism } from './targets.js'

const target = prism(inject('mockUrl'))
testOperations(target)
testPaging(target)
