/** Options of `fetch` that it is given: those of browsers. */
export const fetchOptionNames: readonly string[] = [
  ...['cache', 'credentials', 'integrity', 'keepalive', 'mode', 'priority', 'referrer', 'referrerPolicy', 'window'],
  ...['attributionReporting', 'browsingTopics', 'duplex', 'targetAddressSpace'],
]
