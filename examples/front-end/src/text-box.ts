/** Enter sends the form of a text box, Shift+Enter starts a new line, Escape cancels. */
export function useKeys(box: HTMLTextAreaElement, cancel?: () => void): void {
  box.addEventListener('keydown', (event) => {
    // While an input method composes a word, these keys are its own.
    if (event.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      box.form?.requestSubmit()
    } else if (event.key === 'Escape') cancel?.()
  })
}
