/** Makes Enter submit the form of a text box, Shift+Enter start a new line, and Escape cancel. */
export function useKeys(box: HTMLTextAreaElement, cancel?: () => void): void {
  box.addEventListener('keydown', (event) => {
    // While an input method composes a word, it handles these keys.
    if (event.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      box.form?.requestSubmit()
    } else if (event.key === 'Escape') cancel?.()
  })
}
