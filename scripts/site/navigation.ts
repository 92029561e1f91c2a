import type { ClientPages } from './client-pages.js'
import type { NavigationItem } from './page.js'
import type { TextPages } from './text-pages.js'

/** The navigation of each part of the site, by the beginning of its URLs. */
export type Navigation = Record<string, NavigationItem[]>

/**
 * Returns the one navigation of the site. It lists all pages but the exports of the client: there are hundreds, so it lists those of the
 * entry that the reader is in.
 */
export function navigationOf(
  texts: Omit<TextPages, 'pages'>,
  api: NavigationItem[],
  { entries }: Pick<ClientPages, 'entries'>,
): Navigation {
  const tree = (current?: string): NavigationItem[] => [
    ...texts.guides.map((item, index) => (index === 0 ? { text: 'Start', items: [item] } : item)),
    { text: 'HTTP API', items: api },
    {
      text: 'Client reference',
      items: [
        { text: 'Overview', link: '/client/' },
        ...entries.map(({ text, link, exports }) =>
          link === current ? { text, link, collapsed: false, items: exports } : { text, link },
        ),
      ],
    },
    { text: 'Cookbook', collapsed: true, items: texts.recipes },
    { text: 'Project', items: texts.project },
  ]
  return Object.fromEntries([
    ['/', tree()],
    ...entries.flatMap(({ link, exports }) =>
      [link, ...exports.map(({ items }) => items?.[0]?.link?.replace(/[^/]+$/, ''))].map((prefix) => [
        prefix,
        tree(link),
      ]),
    ),
  ])
}
