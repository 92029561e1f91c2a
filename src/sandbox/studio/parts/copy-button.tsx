import { useStudio } from '../shell/studio-context.js'

interface CopyButtonProps {
  readonly text: string
  /** What is copied, such as `Base URL`. */
  readonly what: string
  /** The text of the button, if it has no place beside what it copies. */
  readonly label?: string
}

/** Copies a text. */
export function CopyButton({ text, what, label }: CopyButtonProps) {
  const { report } = useStudio()
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => report(`Copied: ${what}`),
      () => report('The browser does not allow copying.', 'failed'),
    )
  return (
    <button type="button" class="small" aria-label={label ? undefined : `Copy ${what}`} onClick={copy}>
      {label ?? 'Copy'}
    </button>
  )
}
