/** Formats a number with its thousands. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en')
}

/** Formats a size. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** Formats a timestamp of the API, in UTC as the API writes it. */
export function formatTime(timestamp: string): string {
  return timestamp.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')
}
