import type { Router } from 'vitepress'
import theme from 'vitepress/theme-without-fonts'
import './style.css'

export default {
  ...theme,
  enhanceApp(context: Parameters<NonNullable<typeof theme.enhanceApp>>[0]) {
    theme.enhanceApp?.(context)
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
