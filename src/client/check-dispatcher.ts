import { fieldOf } from '../common/field-of.js'
import { refuse } from '../errors/input-error.js'

/** Refuses a dispatcher that is not one of undici. */
export function checkDispatcher({ dispatcher }: RequestInit & { dispatcher?: unknown }): void {
  if (dispatcher && typeof fieldOf(dispatcher, 'dispatch') !== 'function')
    refuse('dispatcher', 'a Dispatcher of undici', dispatcher)
}
