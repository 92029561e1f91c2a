import type { Router } from 'vitepress'
import theme from 'vitepress/theme-without-fonts'
import './style.css'

export default {
  ...theme,
  enhanceApp(context: Parameters<NonNullable<typeof theme.enhanceApp>>[0]) {
    theme.enhanceApp?.(context)
    context.router.onAfterRouteChange = showPlace
    if (typeof location === 'object' && location.protocol === 'file:') followLinks(context.router)
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

/** Scrolls the navigation to the page that is shown, where it is beside the text. */
function showPlace(): void {
  if (typeof document === 'object' && matchMedia('(min-width: 960px)').matches)
    setTimeout(() => document.querySelector('.VPSidebar .is-link.is-active')?.scrollIntoView({ block: 'nearest' }))
}
