import { AuthenticationError, SceytError } from 'sceyt-platform'
import { mostUnknown } from '../../bulk/most-unknown.js'
import { outcomeOf } from '../../bulk/write-outcome.js'
import { StoppedJob } from '../stopped-job.js'
import { countText } from './progress-line.js'

/** What is known of a job when it stops. */
interface JobState {
  /** What the items are, such as `users`. */
  what: string
  /** Number of items, if it is known. */
  total?: number | undefined
  /** Number of items that have an outcome. */
  ended?: number
  /** The errors of the items that have failed or are parked. */
  errors?: WeakSet<object>
}

/** Returns the error with which a command ends: why the job has stopped and how to continue, if the server or the API key is the reason. */
export function stopOf(error: unknown, { what, total, ended = 0, errors }: JobState): unknown {
  if (!(error instanceof SceytError)) return error
  const left = total === undefined ? '' : ` ${countText(total - ended)} of ${countText(total)} ${what} left to send.`
  const stop = (reason: string, exitStatus: number, advice = 'Run') =>
    new StoppedJob(`Stopped: ${reason}.${left} ${advice} the same command again to continue.`, exitStatus, error)
  if (error instanceof AuthenticationError)
    return stop('the server rejected the API key', exitStatuses.rejectedKey, 'Correct the key, and run')
  if (outcomeOf(error) === 'unsent') return stop('the server could not be reached', exitStatuses.noResponse)
  if (errors?.has(error))
    return stop(`the outcome of ${mostUnknown} ${what} in a row is unknown`, exitStatuses.noResponse)
  return error
}

/** The exit statuses of a job that has stopped. */
const exitStatuses = { noResponse: 4, rejectedKey: 5 } as const
