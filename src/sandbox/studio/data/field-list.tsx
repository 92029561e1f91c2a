import { formatJson } from '../parts/format-json.js'
import { formatNumber } from '../parts/formats.js'
import { markUnseen, ShownText } from '../parts/shown-text.js'
import type { DataRow } from './data-collections.js'

/** Longer texts are cut, since the browser needs long to lay them out. */
const mostShown = 20_000

/** All fields of a row. */
export function FieldList({ row }: { readonly row: DataRow }) {
  return (
    <dl class="facts request-facts">
      {Object.entries(row).map(([name, value]) => {
        const isText = typeof value !== 'object'
        const text = isText ? String(value) : formatJson(JSON.stringify(value))
        const shown = text.slice(0, mostShown)
        return (
          <div key={name}>
            <dt class="mono wrap">{name}</dt>
            <dd class="wrap">
              {isText ? <ShownText class="lines" text={shown} /> : <pre class="value">{markUnseen(shown)}</pre>}
              {shown !== text && (
                <p class="warn note">
                  Only the first {formatNumber(mostShown)} of {formatNumber(text.length)} characters are shown. Copy
                  JSON copies all of them.
                </p>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
