import type { MarkdownOptions } from 'vitepress'

/** Gives the style the indent of each line of code, so that the rest of a long line stands below its beginning. */
export const hangingIndent: NonNullable<MarkdownOptions['codeTransformers']>[number] = {
  name: 'hanging-indent',
  line(node, number) {
    const [indent] = /^ */.exec(this.source.split('\n')[number - 1] ?? '') ?? ['']
    if (indent) node.properties['style'] = `--indent: ${indent.length}ch`
  },
}
