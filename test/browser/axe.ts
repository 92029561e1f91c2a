import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What is wrong in markup that is not ours, and why it stays. */
export interface Known {
  /** Ids of rules of axe-core. */
  rules: readonly string[]
  /** Selector of the elements that a library renders. */
  within: string
  reason: string
}

/**
 * Lists what axe-core finds wrong with the accessibility of a page as it is shown now: a rule, and an element that breaks it.
 *
 * @param known - Rules that are not checked in the markup of a library.
 */
export async function violationsOf(page: Page, known: readonly Known[] = []): Promise<string[]> {
  await page.evaluate(axe.source)
  // Pages from disk may not request their style sheets, which they have already.
  const { violations } = await page.evaluate<AxeResults>("axe.run({ preload: false, resultTypes: ['violations'] })")
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => ({ rule: id, target: String(target), html: html.slice(0, 150) })),
  )
  return page.evaluate(
    ([found, known]) =>
      found
        .filter(
          ({ rule, target }) =>
            !known.some((each) => each.rules.includes(rule) && document.querySelector(target)?.closest(each.within)),
        )
        .map(({ rule, html }) => `${rule}: ${html}`),
    [found, known] as const,
  )
}
