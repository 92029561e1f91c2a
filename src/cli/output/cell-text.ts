import { escapeControls } from './escape-controls.js'

/** Returns a value as the text of a table's cell. Nothing in it can control the terminal. */
export function cellText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'item' : 'items'}`
  return escapeControls(typeof value === 'object' ? JSON.stringify(value) : String(value))
}
