/** Returns the host at which this machine reaches an address. Not every system connects to one that stands for all. */
export function reachableHost(address: string): string {
  if (address === '0.0.0.0') return '127.0.0.1'
  return address === '[::]' ? '[::1]' : address
}
