import type { ComponentChildren } from 'preact'

/** Characters that are not seen, and may turn the text around them. Not the joiners, which emoji and scripts need. */
const unseen =
  /((?![\t\n\r])\p{Cc}|[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0])/u

/** Marks the characters that are not seen with their codes. They stay in the text, isolated, so that it can be found and copied. */
export function markUnseen(text: string): ComponentChildren {
  return text.split(unseen).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <bdi key={index} class="unseen" data-code={codeOf(part)}>
        {part}
      </bdi>
    ),
  )
}

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

interface ShownTextProps {
  readonly text: string
  readonly class?: string
}

/** A text that a user or a program wrote. It can neither change the direction of what is around it nor pass for another one. */
export function ShownText({ text, class: name }: ShownTextProps) {
  return <bdi class={name}>{markUnseen(text)}</bdi>
}

/** Lists the characters that are not seen in the text of a field, which can show no marks. */
export function UnseenNote({ text }: { readonly text: string }) {
  const codes = new Set(text.split(unseen).flatMap((part, index) => (index % 2 === 0 ? [] : codeOf(part))))
  if (codes.size === 0) return null
  return <span class="warn unseen-note">Contains invisible characters: {[...codes].join(', ')}</span>
}
