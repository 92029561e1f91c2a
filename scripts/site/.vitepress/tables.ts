import type { MarkdownRenderer } from 'vitepress'

/**
 * Prepares tables for every width of the screen. One of three or more columns has the class `records`: on a small screen, the style
 * shows each row as a record, whose values are named by `data-label`. Code in cells can break after its punctuation.
 */
export function prepareTables(md: MarkdownRenderer): void {
  md.core.ruler.push('prepare-tables', ({ tokens }) => {
    let table = tokens[0]
    let labels: string[] = []
    let column = 0
    for (const [index, token] of tokens.entries()) {
      const [text, close] = tokens.slice(index + 1, index + 3)
      switch (token.type) {
        case 'table_open':
          table = token
          labels = []
          break
        case 'th_open':
          labels.push(text?.content.replaceAll('`', '') ?? '')
          // A header without text is no header to a screen reader.
          if (close && text?.content === '') token.tag = close.tag = 'td'
          break
        case 'thead_close':
          if (labels.length > 2) table?.attrJoin('class', labels.length > 4 ? 'records dense' : 'records')
          break
        case 'tr_open':
          column = 0
          break
        case 'td_open':
          token.attrSet('data-label', labels[column] ?? '')
          for (const child of text?.children ?? []) child.meta = { isInCell: true }
          column += 1
      }
    }
  })
  const code = md.renderer.rules.code_inline
  md.renderer.rules.code_inline = (...args) => {
    const [tokens, index] = args
    const rendered = code?.(...args) ?? ''
    return tokens[index]?.meta?.isInCell
      ? rendered.replace(/(?<=>)[^<]+/, (text) => text.replaceAll(/[./(,_:](?=\w)/g, '$&<wbr>'))
      : rendered
  }
}
