import { useLayoutEffect, useState } from 'preact/hooks'
import { onLive } from '../live-events.js'
import { ShownText } from './shown-text.js'

/** How a short message is shown. */
export type MessageKind = 'done' | 'failed'

interface NoticeState {
  readonly message: { readonly text: string; readonly kind: MessageKind } | undefined
  /** Why changes cannot be saved; null if they can. */
  readonly failure: string | null
  readonly isConnected: boolean
  /** How many dialogs are open. What is behind one is not announced. */
  readonly dialogs: number
}

/** Milliseconds for which a message is shown. */
const messageTime = 6_000
const failureText = 'Changes cannot be saved, so they are not applied: '

let state: NoticeState = { message: undefined, failure: null, isConnected: true, dialogs: 0 }
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<(state: NoticeState) => void>()

function change(part: Partial<NoticeState>): void {
  state = { ...state, ...part }
  for (const listener of listeners) listener(state)
}

/** Shows a short message for some seconds. */
export function report(text: string, kind: MessageKind = 'done'): void {
  clearTimeout(timer)
  change({ message: { text, kind } })
  timer = setTimeout(() => change({ message: undefined }), messageTime)
}

/** Learns from the server whether it can be reached, and whether it can save. */
export function listenForNotices(): () => void {
  const subscriptions = [
    onLive('connected', (isConnected) => change({ isConnected })),
    onLive('failure', (failure) => change({ failure })),
  ]
  return () => {
    for (const unsubscribe of subscriptions) unsubscribe()
  }
}

/** Messages and banners: those of the page, or of the dialog that is open over it. */
export function Notices({ isInDialog = false }: { readonly isInDialog?: boolean }) {
  const [{ message, failure, isConnected, dialogs }, setState] = useState(state)
  useLayoutEffect(() => {
    listeners.add(setState)
    if (isInDialog) change({ dialogs: state.dialogs + 1 })
    else setState(state)
    return () => {
      listeners.delete(setState)
      if (isInDialog) change({ dialogs: state.dialogs - 1 })
    }
  }, [isInDialog])
  const isShown = isInDialog || dialogs === 0
  // A region that is there before its text is announced.
  return (
    <>
      {isShown && failure !== null && (
        <p role="alert" class="banner bad">
          {failureText}
          {failure}
        </p>
      )}
      <div role="status">
        {isShown && !isConnected && (
          <p class="banner">The sandbox is not responding. The page shows its last known state, and keeps trying.</p>
        )}
      </div>
      <div role="status">
        {isShown && message && (
          <p class={`message ${message.kind}`}>
            <ShownText text={message.text} />
          </p>
        )}
      </div>
    </>
  )
}
