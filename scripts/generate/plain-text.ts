/** Removes the marks of Markdown, which a terminal does not render. */
export function plainText(text: string): string {
  return text
    .replaceAll(/`([^`]*)`/g, '$1')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/([^\n])\n(?=[^\n-])/g, '$1 ')
    .trim()
}
