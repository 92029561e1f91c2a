import type { EnhanceAppContext, Router } from 'vitepress'
import theme from 'vitepress/theme-without-fonts'
import './style.css'

export default {
  ...theme,
  enhanceApp(context: EnhanceAppContext) {
    theme.enhanceApp?.(context)
    context.router.onAfterRouteChange = showPlace
    if (typeof location === 'object' && location.protocol === 'file:') {
      followLinks(context.router)
      hideExcerpts(context.siteData)
    }
  },
}

/** A page from a disk may not change its address, so each link loads a page. The first route is that of the page itself. */
function followLinks(router: Router): void {
  let loaded = false
  router.onBeforeRouteChange = (to) => {
    if (!loaded) {
      loaded = true
      return
    }
    location.href = to.replace(/\/(?=$|#|\?)/, '/index.html')
    return false
  }
}

/** The detailed list of search results shows parts of other pages, which a page from a disk cannot load. */
function hideExcerpts(siteData: EnhanceAppContext['siteData']): void {
  const { themeConfig, ...site } = siteData.value
  const search = { ...themeConfig.search, options: { ...themeConfig.search.options, detailedView: false } }
  siteData.value = { ...site, themeConfig: { ...themeConfig, search } }
}

/** Scrolls the navigation to the page that is shown, where it is beside the text. */
function showPlace(): void {
  if (typeof document === 'object' && matchMedia('(min-width: 960px)').matches)
    setTimeout(() => document.querySelector('.VPSidebar .is-link.is-active')?.scrollIntoView({ block: 'nearest' }))
}
