import entries from 'requires-every-entry'
import { useEveryEntry } from './use-every-entry.js'

useEveryEntry(entries)
