import type { JournalEntry } from '../journal-entry.js'
import { controlPath } from './control-client.js'

/** A request as it is in the stream: without its headers and bodies. */
type LiveRequest = Pick<
  JournalEntry,
  'number' | 'time' | 'method' | 'url' | 'operation' | 'status' | 'duration' | 'problem'
>

/** What happens on the server. */
export interface LiveEvents {
  /** A request has ended. */
  request: LiveRequest
  /** The world, the clock, the faults, the snapshots or the applications are other ones, or the log was cleared. */
  changed: undefined
  /** Why changes cannot be saved; null if they can. */
  failure: string | null
  /** Whether the server can be reached. */
  connected: boolean
}

type Listeners = { [Name in keyof LiveEvents]: Set<(value: LiveEvents[Name]) => void> }

const listeners: Listeners = {
  request: new Set(),
  changed: new Set(),
  failure: new Set(),
  connected: new Set(),
}
let isOpen = false

function notify<Name extends keyof LiveEvents>(name: Name, value: LiveEvents[Name]): void {
  for (const listener of listeners[name]) listener(value)
}

/** Opens the stream. It reconnects by itself. */
function open(): void {
  const opened = new EventSource(`${controlPath}/events`)
  const on = (name: string, listener: (data: string) => void) =>
    opened.addEventListener(name, (event) => listener((event as MessageEvent<string>).data))
  on('request', (data) => notify('request', JSON.parse(data)))
  on('changed', () => notify('changed', undefined))
  on('failure', (data) => notify('failure', JSON.parse(data).message))
  opened.addEventListener('open', () => {
    notify('connected', true)
    // An event follows if changes still cannot be saved.
    notify('failure', null)
    notify('changed', undefined)
  })
  opened.addEventListener('error', () => notify('connected', false))
}

/**
 * Subscribes to events of the server. The stream opens with the first subscription.
 *
 * @returns A function that unsubscribes.
 */
export function onLive<Name extends keyof LiveEvents>(
  name: Name,
  listener: (value: LiveEvents[Name]) => void,
): () => void {
  if (!isOpen) open()
  isOpen = true
  listeners[name].add(listener)
  return () => void listeners[name].delete(listener)
}
