import { CopyButton } from './copy-button.js'
import { markUnseen } from './shown-text.js'

/** Code or JSON that can be copied. */
export function CodeBlock({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <div class="code">
      <pre dir="ltr">{markUnseen(text)}</pre>
      <CopyButton text={text} what={what} />
    </div>
  )
}
