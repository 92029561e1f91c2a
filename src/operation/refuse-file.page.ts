import { refuse } from '../errors/input-error.js'
import type * as server from './refuse-file.js'

/** A page has no files but those that its user selects or drops. */
export const refuseFile: typeof server.refuseFile = (name, value) => refuse(name, 'a Blob or File', value)
