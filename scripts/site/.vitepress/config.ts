import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'
import { hangingIndent } from './hanging-indent.js'
import { prepareTables } from './tables.js'

const sidebar = JSON.parse(readFileSync(new URL('../pages/navigation.json', import.meta.url), 'utf8'))

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0c7a83" d="M4 4h24v18H14l-7 6v-6H4z"/></svg>'

/** Browsers load no modules from a disk: `bundle-for-disk.ts` writes a script that they do. */
const fromDisk = `if (location.protocol === 'file:')
  document.write('<script defer src="' + window.__VP_SITE_ROOT__ + 'assets/from-disk.js"><\\/script>')`

export default defineConfig({
  title: 'sceyt-platform',
  description: 'A typed client, a sandbox and the documentation of the Sceyt Platform API. Independent of Sceyt.',
  lang: 'en',
  srcDir: 'pages',
  outDir: '../../site',
  // Every URL is relative: the site works at any path of any host.
  base: './',
  head: [
    ['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon)}` }],
    ['script', {}, fromDisk],
  ],
  router: { prefetchLinks: false },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify: slugOf },
    codeTransformers: [hangingIndent],
    config(md) {
      prepareTables(md)
      // Texts contain {braces}, which are no expressions of Vue.
      const text = md.renderer.rules.text
      md.renderer.rules.text = (...args) =>
        (text?.(...args) ?? md.utils.escapeHtml(args[0][args[1]]?.content ?? '')).replaceAll('{{', '&#123;&#123;')
    },
  },
  themeConfig: {
    nav: [
      { text: 'Guides', link: '/guides/', activeMatch: '^/(guides|introduction)' },
      { text: 'HTTP API', link: '/api/', activeMatch: '^/api/' },
      { text: 'Client', link: '/client/', activeMatch: '^/client/' },
      { text: 'Cookbook', link: '/cookbook/', activeMatch: '^/cookbook/' },
      { text: 'Changelog', link: '/changelog' },
    ],
    sidebar,
    outline: { level: [2, 3], label: 'On this page' },
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          searchOptions: {
            // What explains a word comes before what only mentions it, such as the properties that every error inherits.
            boostDocument: (id: string) =>
              /\/(changelog|contributing|security)\.html|#(properties|extended-by)$/.test(id) ? 0.3 : 1,
          },
        },
      },
    },
    externalLinkIcon: false,
  },
})

/** Returns the anchor of a heading, as GitHub makes it, so that the links of the sources work in both places. */
function slugOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')
}
