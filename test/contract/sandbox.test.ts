import { sandboxJudge } from './judges.js'
import { tryOperations } from './operations.js'
import { tryPaging } from './paging.js'

tryOperations(sandboxJudge)
tryPaging(sandboxJudge)
