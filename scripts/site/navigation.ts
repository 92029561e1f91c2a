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
  const tree = (section: string, entry?: string): NavigationItem[] => {
    const group = (text: string, items: NavigationItem[]) => ({ text, items, collapsed: text !== section })
    return [
      group('Guides', texts.guides),
      group('HTTP API', api),
      group('Client reference', [
        { text: 'Overview', link: '/client/' },
        ...entries.map(({ text, link, exports }) =>
          link === entry ? { text, link, collapsed: false, items: exports } : { text, link },
        ),
      ]),
      group('Cookbook', texts.recipes),
      group('Project', texts.project),
    ]
  }
  return Object.fromEntries([
    ['/', tree('Guides')],
    ['/api/', tree('HTTP API')],
    ['/client/', tree('Client reference')],
    ...['/cookbook/', '/front-end/'].map((prefix) => [prefix, tree('Cookbook')] as const),
    ...texts.project.map(({ link = '' }) => [link, tree('Project')]),
    ...entries.flatMap(({ link, exports }) =>
      [link, ...exports.map(({ items }) => items?.[0]?.link?.replace(/[^/]+$/, ''))].map((prefix) => [
        prefix,
        tree('Client reference', link),
      ]),
    ),
  ])
}
