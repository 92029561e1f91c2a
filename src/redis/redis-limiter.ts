import type { RateLimit, RateLimiter } from 'sceyt-platform'
import { endSentence } from '../common/end-sentence.js'
import { RateConflict, type RedisSlots, type Reservation } from './redis-slots.js'

/** Slots of one reservation: with few, processes with many calls leave some to the others. */
const mostSlots = 5
/** Milliseconds after which a slot is void: a late request could exceed the limit together with those of other processes. */
const tolerance = 5
/** A reply is late if it took this many milliseconds more than twice the fastest one: its slots would be used too late. */
const lateness = 25
/** Milliseconds from a command that failed to the next one. */
const retryTime = 200
/** The longest delay of a timer. */
const longestTimer = 2 ** 31 - 1

interface WaitingCall {
  since: number
  signal: AbortSignal
  enter: () => void
  fail: (error: unknown) => void
  /** Leaves the call to another limiter. */
  passTo: (limiter: RateLimiter) => void
}

/** Gives the slots that it reserves in Redis to the calls of this process. */
export class RedisLimiter {
  readonly #redis: RedisSlots
  readonly #name: string
  readonly #maxWait: number
  readonly #fallback: RateLimiter | undefined
  readonly #queue: WaitingCall[] = []
  /** The times of slots that are reserved, the first one first. */
  #slots: number[] = []
  #isReserving = false
  /** When the next command may be sent, after one that failed. */
  #retryAt = 0
  /** When the first command was sent that has had no reply, with none after it. */
  #silentSince: number | undefined
  #error: unknown
  /** The shortest time from a command to its reply. */
  #fastest = Infinity
  #wasLate = false
  #resumeAt = 0
  #isSharingPause = false
  /** The number of pauses at the last reservation, and in a message that came during the current one. */
  #pauses = 0
  #announced = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #isClosed = false

  constructor(redis: RedisSlots, name: string, maxWait: number, fallback: RateLimiter | undefined) {
    this.#redis = redis
    this.#name = name
    this.#maxWait = maxWait
    this.#fallback = fallback
  }

  acquire(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason)
    if (this.#isClosed) return Promise.reject(this.#errorOf('it is closed'))
    this.#redis.subscribe((pauses) => this.#onPause(pauses))
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        signal.removeEventListener('abort', onAbort)
        end()
      }
      const onAbort = () => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1)
        reject(signal.reason)
        this.#proceed()
      }
      const waiting: WaitingCall = {
        since: performance.now(),
        signal,
        enter: () => settle(resolve),
        fail: (error) => settle(() => reject(error)),
        passTo: (limiter) => settle(() => resolve(limiter.acquire(signal))),
      }
      signal.addEventListener('abort', onAbort, { once: true })
      this.#queue.push(waiting)
      this.#proceed()
    })
  }

  pause(delay: number): void {
    this.#resumeAt = Math.max(this.#resumeAt, performance.now() + delay)
    this.#slots = []
    this.#fallback?.pause?.(delay)
    void this.#sharePause()
    this.#proceed()
  }

  observe(rateLimit: RateLimit): void {
    this.#fallback?.observe?.(rateLimit)
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    clearTimeout(this.#timer)
    for (const waiting of this.#queue.splice(0)) waiting.fail(this.#errorOf('it is closed'))
    this.#redis.close()
  }

  /** Sends the end of the pause until Redis has it. Clocks differ, so each command has the time that is left. */
  async #sharePause(): Promise<void> {
    if (this.#isSharingPause) return
    this.#isSharingPause = true
    let shared = 0
    while (!this.#isClosed && this.#resumeAt > Math.max(shared, performance.now())) {
      const end = this.#resumeAt
      try {
        await this.#redis.pause(end - performance.now())
        shared = end
      } catch {
        await new Promise((resolve) => setTimeout(resolve, retryTime))
      }
    }
    this.#isSharingPause = false
  }

  #onPause(pauses: number): void {
    // Slots that were reserved after the pause began are good.
    if (pauses === this.#pauses) return
    this.#slots = []
    if (this.#isReserving) this.#announced = pauses
    this.#proceed()
  }

  #proceed(): void {
    if (this.#isClosed) return
    const now = performance.now()
    this.#admit(now)
    if (now >= this.#reserveAt()) void this.#reserve(now)
    this.#giveUp(now)
    clearTimeout(this.#timer)
    if (this.#queue.length === 0) return
    const next = Math.min(this.#admitAt(), this.#reserveAt(), this.#giveUpAt())
    this.#timer = setTimeout(() => this.#proceed(), Math.min(Math.max(0, Math.ceil(next - now)), longestTimer))
  }

  #admit(now: number): void {
    while (now >= this.#admitAt()) {
      const slot = this.#slots[0] ?? now
      if (now - slot <= tolerance) {
        const waiting = this.#queue.shift()
        if (!waiting) return
        waiting.enter()
      }
      this.#slots.shift()
    }
  }

  #admitAt(): number {
    return Math.max(this.#slots[0] ?? Infinity, this.#resumeAt)
  }

  /** The next slots are reserved so early that the reply is there by the last slot. */
  #reserveAt(): number {
    if (this.#isReserving || this.#slots.length >= this.#queue.length) return Infinity
    const last = this.#slots.at(-1)
    return Math.max(this.#retryAt, last === undefined ? 0 : Math.max(last - this.#fastest, this.#resumeAt))
  }

  async #reserve(sent: number): Promise<void> {
    this.#isReserving = true
    this.#silentSince ??= sent
    this.#announced = 0
    const count = Math.min(mostSlots, this.#queue.length - this.#slots.length)
    try {
      const reservation = await this.#redis.reserve(count)
      this.#silentSince = undefined
      this.#error = undefined
      this.#keep(reservation, count, sent)
    } catch (error) {
      this.#error = error
      this.#retryAt = performance.now() + retryTime
      if (error instanceof RateConflict) {
        this.#silentSince = undefined
        for (const waiting of this.#queue.splice(0)) waiting.fail(this.#errorOf(error.message))
      }
    }
    this.#isReserving = false
    this.#proceed()
  }

  #keep({ wait, interval, pauses }: Reservation, count: number, sent: number): void {
    const received = performance.now()
    const time = received - sent
    // A second late reply in a row is taken: Redis has become slow.
    this.#wasLate = time > 2 * this.#fastest + lateness && !this.#wasLate
    this.#fastest = Math.min(this.#fastest, time)
    this.#pauses = pauses
    if (this.#wasLate || pauses < this.#announced) return
    this.#slots.push(...Array.from({ length: count }, (_, index) => received + wait + index * interval))
  }

  /** Fails calls that have waited too long for Redis, or leaves all to the fallback. */
  #giveUp(now: number): void {
    while (now >= this.#giveUpAt()) {
      const waiting = this.#queue.shift()
      if (!waiting) return
      if (this.#fallback) waiting.passTo(this.#fallback)
      else waiting.fail(this.#errorOf(`${this.#redis.describe(this.#error)}, after a wait of ${this.#maxWait} ms`))
    }
  }

  #giveUpAt(): number {
    const [first] = this.#queue
    if (this.#silentSince === undefined || !first) return Infinity
    return Math.max(this.#silentSince, this.#fallback ? 0 : first.since) + this.#maxWait
  }

  #errorOf(problem: string): Error {
    return new Error(`the shared limit ${JSON.stringify(this.#name)} has no slot: ${endSentence(problem)}`)
  }
}
