import { CodeBlock } from '../parts/code-block.js'
import { formatJson } from '../parts/format-json.js'
import { formatNumber } from '../parts/formats.js'
import { ShownText } from '../parts/shown-text.js'

interface MessagePartProps {
  readonly title: 'Request' | 'Response'
  readonly headers: Readonly<Record<string, string>> | undefined
  readonly body: string | undefined
  /** Characters of the whole body, if only its beginning is kept. */
  readonly fullLength: number | undefined
  /** Why there is no body. */
  readonly empty: string
}

/** The headers and the body of a request or a response. */
export function MessagePart({ title, headers, body, fullLength, empty }: MessagePartProps) {
  const isDropped = body === undefined && fullLength !== undefined
  return (
    <section class="stack" aria-label={title}>
      <h3>{title}</h3>
      <details>
        <summary>{headers ? `Headers (${Object.keys(headers).length})` : 'Headers are not kept'}</summary>
        <table class="headers">
          <tbody>
            {Object.entries(headers ?? {}).map(([name, value]) => (
              <tr key={name}>
                <th scope="row" class="mono">
                  {name}
                </th>
                <td class="mono">
                  <ShownText text={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {body ? (
        <CodeBlock text={formatJson(body, fullLength !== undefined)} what={`${title.toLowerCase()} body`} />
      ) : (
        <p class="soft">{isDropped ? 'The body is no longer kept, to make room for later ones.' : empty}</p>
      )}
      {body !== undefined && fullLength !== undefined && (
        <p class="warn">
          Only the first {formatNumber(body.length)} of {formatNumber(fullLength)} characters are kept.
        </p>
      )}
    </section>
  )
}
