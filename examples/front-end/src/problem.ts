import { ApiError, ConnectionError, type ErrorBody } from 'sceyt-platform'

/** Does something, and says in words what went wrong. */
export async function attempt(box: HTMLElement, action: () => Promise<unknown>): Promise<boolean> {
  box.textContent = ''
  try {
    await action()
    return true
  } catch (error) {
    // Whoever ended it knows.
    if (!(error instanceof DOMException && error.name === 'AbortError')) box.textContent = inWords(error)
    return false
  }
}

function inWords(error: unknown): string {
  // What the API says is for people; what the client adds to it, for developers.
  if (error instanceof ApiError) return (error.body as Partial<ErrorBody> | null)?.message ?? error.message
  if (error instanceof ConnectionError) return 'The server does not answer. Is it running?'
  return error instanceof Error ? error.message : String(error)
}
