import { ShownText } from './shown-text.js'

/** Why something failed, beside what has failed. */
export function ProblemText({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p role="alert" class="problem bad">
      <ShownText text={text} />
    </p>
  )
}
