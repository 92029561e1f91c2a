import type { Redis } from 'ioredis'

/**
 * The state of a row, in the hash of its batch: `b` and the run that has begun it, `p` and that run if it may have been sent, `u` if
 * it was not sent, `f` if it was rejected, `d` if it is done. The counts of the job change with it.
 */
const functions = `
local rows, job, parked, failed, results = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local row, position, run = ARGV[1], ARGV[2], ARGV[3]
local before = redis.call('HGET', rows, row) or 'u'
local was, owner = before:sub(1, 1), before:sub(2)
local counted = { d = 'done', p = 'parked', f = 'failed' }
local function become(state)
  local is = state:sub(1, 1)
  redis.call('HSET', rows, row, state)
  if is == was then return end
  if counted[was] then redis.call('HINCRBY', job, counted[was], -1) end
  if counted[is] then redis.call('HINCRBY', job, counted[is], 1) end
  if was == 'p' then redis.call('SREM', parked, position) end
  if was == 'f' then redis.call('HDEL', failed, position) end
  if is == 'p' then redis.call('SADD', parked, position) end
end
`

const scripts = {
  /** Returns the state of the row if it must not be sent. */
  sceytBegin: `${functions}
if was == 'd' then return 'd' end
if (was == 'b' or was == 'p') and owner ~= run and ARGV[4] ~= 'repeatable' then
  become('p' .. owner)
  return 'p'
end
become('b' .. run)
return ''`,
  sceytDone: `${functions}
become('d')
if ARGV[4] ~= '' then redis.call('HSET', results, position, ARGV[4]) end`,
  /** Another run may have sent the row, or may be sending it: only the run that has begun it knows that it was rejected. */
  sceytFailed: `${functions}
if was == 'd' or ((was == 'b' or was == 'p') and owner ~= run) then return end
become('f')
redis.call('HSET', failed, position, ARGV[4])`,
  sceytUnsent: `${functions}
if (was == 'b' or was == 'p') and owner == run then become('u') end`,
  sceytPark: `${functions}
if was == 'b' then become('p' .. owner) end`,
  /** Changes the state of a row that is parked, or of one that failed and is to be sent again. Returns its state before. */
  sceytSettle: `${functions}
if was == 'p' or (was == 'f' and ARGV[4] == 'u') then become(ARGV[4]) end
return was`,
  /** Moves on to the batch after this one, unless it was done before. Returns the batch to send. */
  sceytAdvance: `
local batch = tonumber(ARGV[1])
local next = tonumber(redis.call('HGET', KEYS[1], 'next') or '0')
if next == batch then
  next = batch + 1
  redis.call('HSET', KEYS[1], 'next', next)
end
return next`,
}

type RowCommand = (
  ...parameters: [
    rows: string,
    job: string,
    parked: string,
    failed: string,
    results: string,
    row: string,
    position: string,
    run: string,
    more: string,
  ]
) => Promise<string | null>

/** A connection with the commands of the journal. */
export type JournalRedis = Redis & {
  sceytBegin: RowCommand
  sceytDone: RowCommand
  sceytFailed: RowCommand
  sceytUnsent: RowCommand
  sceytPark: RowCommand
  sceytSettle: RowCommand
  sceytAdvance(job: string, batch: number): Promise<number>
}

/** Adds the commands of the journal to a connection. */
export function defineJournalCommands(redis: Redis): JournalRedis {
  for (const [name, lua] of Object.entries(scripts))
    redis.defineCommand(name, { numberOfKeys: name === 'sceytAdvance' ? 1 : 5, lua })
  return redis as JournalRedis
}
