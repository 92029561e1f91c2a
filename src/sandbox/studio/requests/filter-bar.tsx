import { useOperations } from '../parts/use-operations.js'
import { goTo } from '../route.js'
import type { RequestFilter } from './request-filter.js'

interface FilterBarProps {
  readonly filter: RequestFilter
  readonly hasSeveralApps: boolean
  /** Those in the log. */
  readonly statuses: readonly string[]
}

/** The filters of the log. They are in the route, so that a link shows the same. */
export function FilterBar({ filter, hasSeveralApps, statuses }: FilterBarProps) {
  const operations = useOperations()
  const set = (name: keyof RequestFilter) => (event: { currentTarget: HTMLInputElement | HTMLSelectElement }) =>
    goTo(['requests'], { ...filter, [name]: event.currentTarget.value }, true)
  const isEmpty = Object.values(filter).every((value) => value === '')
  return (
    <search class="filters">
      <label class="field">
        Search
        <input type="search" dir="auto" placeholder="Path, body or error" value={filter.text} onInput={set('text')} />
      </label>
      <label class="field">
        Operation
        <select value={filter.operation} onChange={set('operation')}>
          <option value="">All</option>
          {operations?.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <label class="field">
        Status
        <select value={filter.status} onChange={set('status')}>
          <option value="">All</option>
          <option value="2xx">2xx: success</option>
          <option value="4xx">4xx: client error</option>
          <option value="5xx">5xx: server error</option>
          <option value="broken">no response</option>
          {[...new Set([...statuses, ...(/^\d+$/.test(filter.status) ? [filter.status] : [])])].map((status) => (
            <option key={status}>{status}</option>
          ))}
        </select>
      </label>
      <label class="field">
        User
        <input dir="auto" placeholder="A username" value={filter.user} onInput={set('user')} />
      </label>
      <label class="field">
        Fault
        <input inputMode="numeric" placeholder="A number" value={filter.fault} onInput={set('fault')} />
      </label>
      {hasSeveralApps && (
        <label class="field">
          Applications
          <select value={filter.apps} onChange={set('apps')}>
            <option value="">Current</option>
            <option value="all">All</option>
          </select>
        </label>
      )}
      <button type="button" class="end" disabled={isEmpty} onClick={() => goTo(['requests'], {}, true)}>
        Clear filters
      </button>
    </search>
  )
}
