import type { NumberedFault } from '../../faults.js'
import { callControl } from '../control-client.js'
import { formatNumber } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { useAction } from '../parts/use-action.js'
import { linkTo } from '../route.js'
import { FaultForm } from './fault-form.js'
import { describeFault } from './fault-text.js'

interface FaultsPanelProps {
  readonly faults: readonly NumberedFault[]
  reload(): void
}

/** Lists the faults with what they hit, and adds and removes them. */
export function FaultsPanel({ faults, reload }: FaultsPanelProps) {
  const action = useAction()
  const remove = (number?: number) =>
    action.run(async () => {
      await callControl('DELETE', '/faults', { query: { number } })
      reload()
    })
  return (
    <section class="panel" aria-labelledby="faults">
      <div class="toolbar">
        <h2 id="faults">Faults</h2>
        {faults.length > 0 && (
          <button type="button" class="small danger" onClick={() => remove()}>
            Remove all
          </button>
        )}
      </div>
      {faults.length === 0 && (
        <p class="empty">No faults. Add one to see what your app does when a request fails or is slow.</p>
      )}
      <ul class="items">
        {faults.map((fault) => (
          <li key={fault.number}>
            <span class="item-text">
              <bdi>
                {fault.number}. {describeFault(fault)}
              </bdi>
              <span class="soft">
                {fault.isActive ? '' : 'ended, '}
                {fault.hits === 0 ? 'no requests yet' : <Hits fault={fault} />}
              </span>
            </span>
            <button
              type="button"
              class="small danger"
              aria-label={`Remove fault ${fault.number}`}
              onClick={() => remove(fault.number)}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <ProblemText text={action.error} />
      <FaultForm onAdded={reload} />
    </section>
  )
}

function Hits({ fault: { number, hits } }: { readonly fault: NumberedFault }) {
  return (
    <a href={linkTo(['requests'], { fault: number, apps: 'all' })}>
      {hits === 1 ? 'hit 1 request' : `hit ${formatNumber(hits)} requests`}
    </a>
  )
}
