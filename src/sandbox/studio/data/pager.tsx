import { formatNumber } from '../parts/formats.js'

interface PagerProps {
  readonly offset: number
  readonly matched: number
  /** Rows on a page. */
  readonly length: number
  linkOf(offset: number): string
}

/** Links to the other pages of a table. */
export function Pager({ offset, matched, length, linkOf }: PagerProps) {
  const last = Math.floor((matched - 1) / length) * length
  const pages = [
    ['First', 0, offset > 0],
    ['Previous', Math.max(0, offset - length), offset > 0],
    ['Next', offset + length, offset + length < matched],
    ['Last', last, offset + length < matched],
  ] as const
  return (
    <nav class="toolbar pager" aria-label="Pagination">
      {pages.map(([text, at, isPossible]) => (
        // Always the same element, which keeps the focus.
        <a
          key={text}
          href={linkOf(isPossible ? at : offset)}
          class={isPossible ? '' : 'soft'}
          aria-disabled={!isPossible || undefined}
        >
          {text}
        </a>
      ))}
      <span class="soft">
        {formatNumber(offset + 1)} to {formatNumber(Math.min(offset + length, matched))} of {formatNumber(matched)}
      </span>
    </nav>
  )
}
