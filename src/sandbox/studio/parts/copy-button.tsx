import { useStudio } from '../shell/studio-context.js'

interface CopyButtonProps {
  readonly text: string
  /** What is copied, such as `base URL`. */
  readonly what: string
  readonly label?: string
}

/** Copies a text. */
export function CopyButton({ text, what, label = 'Copy' }: CopyButtonProps) {
  const { report } = useStudio()
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => report(`Copied: ${what}`),
      () => report('The browser does not allow to copy.', 'failed'),
    )
  return (
    <button type="button" class="small" aria-label={`${label} ${what}`} onClick={copy}>
      {label}
    </button>
  )
}
