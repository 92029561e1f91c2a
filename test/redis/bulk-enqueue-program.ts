/** Adds a job to the queue, until it is killed. */
import { enqueue } from 'sceyt-platform/bulk/bullmq'

const options = JSON.parse(process.argv[2] ?? '')
await enqueue({ ...options, reference: ({ from }) => ({ at: from }), onWarning() {} })
