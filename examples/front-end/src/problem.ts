import { ApiError, ConnectionError } from 'sceyt-platform'

/** Runs an action, and shows its error in a box. Returns whether it succeeded. */
export async function attempt(box: HTMLElement, action: () => Promise<unknown>): Promise<boolean> {
  box.textContent = ''
  try {
    await action()
    return true
  } catch (error) {
    // An abort is not an error to the user.
    if (!(error instanceof DOMException && error.name === 'AbortError')) box.textContent = messageOf(error)
    return false
  }
}

function messageOf(error: unknown): string {
  // The API's message is meant for users; what the client adds to it is meant for developers.
  if (error instanceof ApiError) return error.serverMessage ?? error.message
  if (error instanceof ConnectionError) return 'The server cannot be reached. Is it running?'
  return error instanceof Error ? error.message : String(error)
}
