import { inject } from 'vitest'
import { prism } from './judges.js'
import { tryOperations } from './operations.js'
import { tryPaging } from './paging.js'

const judge = prism(inject('mockUrl'))
tryOperations(judge)
tryPaging(judge)
