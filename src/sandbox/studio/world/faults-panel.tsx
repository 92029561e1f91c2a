import type { NumberedFault } from '../../faults.js'
import { callControl } from '../control-client.js'
import { formatNumber } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { useAction } from '../parts/use-action.js'
import { useLiveValue } from '../parts/use-live-value.js'
import { linkTo } from '../route.js'
import { FaultForm } from './fault-form.js'
import { describeFault } from './fault-text.js'

/** Lists the faults with what they hit, and adds and removes them. */
export function FaultsPanel() {
  const {
    value: faults,
    error,
    reload,
  } = useLiveValue('faults', (signal) => callControl<readonly NumberedFault[]>('GET', '/faults', { signal }))
  const action = useAction()
  const remove = (number?: number) =>
    action.run(async () => {
      await callControl('DELETE', '/faults', { query: { number } })
      reload()
    })
  return (
    <section class="panel wide" aria-labelledby="faults">
      <div class="toolbar">
        <h2 id="faults">Faults</h2>
        {faults && faults.length > 0 && (
          <button type="button" class="small danger" onClick={() => remove()}>
            Remove all
          </button>
        )}
      </div>
      {faults?.length === 0 && (
        <p class="empty">No faults. Add one to see what your app does when a request fails or is slow.</p>
      )}
      <ul class="items">
        {faults?.map((fault) => (
          <li key={fault.number}>
            <span class="item-text">
              <bdi>
                {fault.number}. {describeFault(fault)}
              </bdi>
              <span class="soft">
                {fault.isActive ? '' : 'ended, '}
                <a href={linkTo(['requests'], { fault: fault.number })}>
                  {fault.hits === 1 ? 'hit 1 request' : `hit ${formatNumber(fault.hits)} requests`}
                </a>
              </span>
            </span>
            {fault.isActive && (
              <button
                type="button"
                class="small danger"
                aria-label={`Remove fault ${fault.number}`}
                onClick={() => remove(fault.number)}
              >
                Remove
              </button>
            )}
          </li>
        ))}
      </ul>
      <ProblemText text={action.error ?? error?.message} />
      <FaultForm onAdded={reload} />
    </section>
  )
}
