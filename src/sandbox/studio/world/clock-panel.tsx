import { useEffect, useState } from 'preact/hooks'
import { callControl } from '../control-client.js'
import { formatTime } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { useAction } from '../parts/use-action.js'
import { useLiveValue } from '../parts/use-live-value.js'

interface ClockState {
  readonly now: string
  readonly isStopped: boolean
}

const steps = [
  ['1 minute', 60_000],
  ['1 hour', 3_600_000],
  ['1 day', 86_400_000],
] as const
const units = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const

/** Shows the clock of the sandbox, which runs on between two reads. */
export function ClockPanel() {
  const { value, error, reload } = useLiveValue('clock', async (signal) => ({
    state: await callControl<ClockState>('GET', '/clock', { signal }),
    readAt: performance.now(),
  }))
  const [, setTick] = useState(0)
  const [time, setTime] = useState('')
  const [amount, setAmount] = useState('10')
  const [unit, setUnit] = useState<keyof typeof units>('minutes')
  const action = useAction()
  const isStopped = value?.state.isStopped ?? false
  useEffect(() => {
    if (isStopped) return
    const timer = setInterval(() => setTick((tick) => tick + 1), 1_000)
    return () => clearInterval(timer)
  }, [isStopped])
  const put = (body: object) =>
    action.run(async () => {
      await callControl('PUT', '/clock', { body })
      reload()
    })
  const submit = (work: () => void) => (event: Event) => {
    event.preventDefault()
    work()
  }
  const passed = value && !isStopped ? performance.now() - value.readAt : 0
  const shown = value && new Date(Date.parse(value.state.now) + passed).toISOString()
  return (
    <section class="panel" aria-labelledby="clock">
      <h2 id="clock">Clock</h2>
      <p class="clock">
        <time class="mono" dateTime={shown}>
          {shown ? formatTime(shown) : '…'}
        </time>{' '}
        <span class={isStopped ? 'warn' : 'good'}>{isStopped ? 'stopped' : 'running'}</span>
      </p>
      <div class="toolbar">
        <button type="button" disabled={!shown || isStopped} onClick={() => put({ time: shown })}>
          Stop
        </button>
        <button type="button" onClick={() => put({ run: true })}>
          Real time
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
      <form class="toolbar" onSubmit={submit(() => put({ time }))}>
        <label class="field">
          Stop at (UTC)
          <input
            required
            placeholder="2030-01-01T00:00:00Z"
            value={time}
            onInput={({ currentTarget }) => setTime(currentTarget.value)}
          />
        </label>
        <button type="submit" class="end">
          Set
        </button>
      </form>
      <ProblemText text={action.error ?? error?.message} />
    </section>
  )
}
