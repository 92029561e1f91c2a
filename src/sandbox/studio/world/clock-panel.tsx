import { useEffect, useState } from 'preact/hooks'
import { callControl } from '../control-client.js'
import { formatTime } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { useAction } from '../parts/use-action.js'
import type { ClockReading } from './use-world.js'

const steps = [
  ['1 minute', 60_000],
  ['1 hour', 3_600_000],
  ['1 day', 86_400_000],
] as const
const units = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const

interface ClockPanelProps {
  readonly clock: ClockReading
  reload(): void
}

/** Shows the clock of the sandbox, and sets it. */
export function ClockPanel({ clock, reload }: ClockPanelProps) {
  const { isStopped } = clock
  const [time, setTime] = useState('')
  const [amount, setAmount] = useState('10')
  const [unit, setUnit] = useState<keyof typeof units>('minutes')
  const action = useAction()
  const put = (body: object) =>
    action.run(async () => {
      await callControl('PUT', '/clock', { body })
      reload()
    })
  const submit = (work: () => void) => (event: Event) => {
    event.preventDefault()
    work()
  }
  return (
    <section class="panel" aria-labelledby="clock">
      <h2 id="clock">Clock</h2>
      <p class="clock">
        <RunningTime clock={clock} />{' '}
        <span class={isStopped ? 'warn' : 'good'}>{isStopped ? 'stopped' : 'running'}</span>
      </p>
      <div class="toolbar">
        <button type="button" disabled={isStopped} onClick={() => put({ time: timeOf(clock) })}>
          Stop
        </button>
        <button type="button" onClick={() => put({ run: true })}>
          Back to real time
        </button>
        {steps.map(([label, duration]) => (
          <button key={label} type="button" onClick={() => put({ advance: duration })}>
            + {label}
          </button>
        ))}
      </div>
      <form class="toolbar" onSubmit={submit(() => put({ advance: Number(amount) * units[unit] }))}>
        <label class="field">
          Advance by
          <input
            type="number"
            required
            step="any"
            class="narrow"
            value={amount}
            onInput={({ currentTarget }) => setAmount(currentTarget.value)}
          />
        </label>
        <label class="field">
          Unit
          <select value={unit} onChange={({ currentTarget }) => setUnit(currentTarget.value as keyof typeof units)}>
            {Object.keys(units).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <button type="submit" class="end">
          Advance
        </button>
      </form>
      <form class="toolbar" onSubmit={submit(() => put({ time: `${time}Z` }))}>
        <label class="field">
          Stop at (UTC)
          <input
            type="datetime-local"
            step="1"
            required
            value={time}
            onInput={({ currentTarget }) => setTime(currentTarget.value)}
          />
        </label>
        <button type="submit" class="end">
          Set
        </button>
      </form>
      <ProblemText text={action.error} />
    </section>
  )
}

/** Shows the time, which runs on between two reads. */
function RunningTime({ clock }: { readonly clock: ClockReading }) {
  const [, setTick] = useState(0)
  useEffect(() => {
    if (clock.isStopped) return
    const timer = setInterval(() => setTick((tick) => tick + 1), 250)
    return () => clearInterval(timer)
  }, [clock.isStopped])
  const time = timeOf(clock)
  return (
    <time class="mono" dateTime={time}>
      {formatTime(time)}
    </time>
  )
}

function timeOf({ now, isStopped, readAt }: ClockReading): string {
  return new Date(Date.parse(now) + (isStopped ? 0 : performance.now() - readAt)).toISOString()
}
