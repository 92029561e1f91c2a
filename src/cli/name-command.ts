import { commandName } from './command-name.js'

/** Replaces the method of the client at the start of an error's message by its command: `users create` for `users.create`. */
export function nameCommand(message: string): string {
  return message.replace(/^\w+(?:\.\w+)+(?=: | \()/, commandName)
}
