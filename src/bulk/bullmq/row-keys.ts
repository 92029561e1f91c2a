import { keyOf } from './queued-job.js'

/** Returns the keys that a change of a row concerns, in the order of the scripts. */
export function rowKeys(job: string, batch: number): readonly [string, string, string, string, string] {
  const [parked, failed, results] = [keyOf(job, 'parked'), keyOf(job, 'failed'), keyOf(job, 'results')]
  return [keyOf(job, `rows:${batch}`), keyOf(job, 'job'), parked, failed, results]
}
