import { createHash } from 'node:crypto'

/** A script of Redis, and the name under which Redis keeps it. */
export interface Script {
  readonly text: string
  readonly sha: string
}

/**
 * Reads the state of a limit, in microseconds of Redis' own clock: `after` is the first moment that is not reserved, `start`
 * the beginning of the slow start, or the end of the current pause. If the clock was set back, the state goes back with it.
 */
const readState = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local state = redis.call('HMGET', KEYS[1], 'rate', 'after', 'start', 'pauses', 'seen')
local back = math.max(0, (tonumber(state[5]) or now) - now)
local after = (tonumber(state[2]) or now) - back
local start = (tonumber(state[3]) or now + back) - back
local pauses = tonumber(state[4]) or 0
local function keep()
  redis.call('HSET', KEYS[1], 'after', string.format('%.0f', after), 'start', string.format('%.0f', start),
    'pauses', pauses, 'seen', string.format('%.0f', now))
  redis.call('PEXPIRE', KEYS[1], math.ceil(math.max(0, after - now) / 1000) + tonumber(ARGV[2]))
end
`

/**
 * Reserves slots. ARGV: the rate, the milliseconds for which an idle limit is kept, the number of slots, and the share of the rate
 * that is used. Returns the microseconds until the first slot and from one to the next, and the number of pauses so far.
 */
export const reserveScript = script(`${readState}
if state[1] and state[1] ~= ARGV[1] then return redis.error_reply('RATE ' .. state[1]) end
local first = math.max(after, now)
local interval = 1000000 / (tonumber(ARGV[1]) * tonumber(ARGV[4]))
if first < start + 1000000 then interval = interval * 2 end
after = first + ARGV[3] * interval
redis.call('HSET', KEYS[1], 'rate', ARGV[1])
keep()
return { string.format('%.0f', first - now), string.format('%.3f', interval), pauses }
`)

/**
 * Pauses a limit, unless it is paused for longer already. ARGV: the milliseconds of the pause, those for which an idle limit is
 * kept, and the channel on which it is announced. Slots that were reserved are void, so the clock is set to the end of the pause.
 */
export const pauseScript = script(`${readState}
local stop = now + ARGV[1] * 1000
if stop <= start then return pauses end
after, start, pauses = stop, stop, pauses + 1
keep()
redis.call('PUBLISH', ARGV[3], pauses)
return pauses
`)

function script(text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') }
}
