/** Returns a name in kebab case: `channel-types` for `channelTypes`, `first-name` for `first_name`. */
export function kebabOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()
}
