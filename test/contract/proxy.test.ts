import { proxyJudge } from './judges.js'
import { tryOperations } from './operations.js'
import { tryPaging } from './paging.js'

const judge = await proxyJudge()
tryOperations(judge)
tryPaging(judge)
