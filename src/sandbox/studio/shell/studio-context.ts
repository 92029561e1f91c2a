import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Sceyt } from 'sceyt-platform'
import type { BootApp } from '../boot-data.js'
import type { MessageKind } from '../parts/notices.js'

/** What every page needs. */
export interface StudioValue {
  readonly apps: readonly BootApp[]
  /** The application that is shown. */
  readonly app: BootApp
  /** Its client. */
  readonly sceyt: Sceyt
  /** Shows a short message for some seconds. */
  report(message: string, kind?: MessageKind): void
}

/** Gives the value to the pages. */
export const StudioContext = createContext<StudioValue | undefined>(undefined)

/** The value of the context. A page is always in the shell, which sets it. */
export function useStudio(): StudioValue {
  const value = useContext(StudioContext)
  if (value === undefined) throw new Error('A page is outside of the shell.')
  return value
}
