import { useEffect, useState } from 'preact/hooks'

/** A place in the studio: the part of the URL after `#`, such as `#/data/users?search=zoe`. */
export interface Route {
  /** Its decoded segments, such as `['data', 'users']`. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
}

/** Reads the route of the page. */
function currentRoute(): Route {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split(/\?(.*)/s)
  return { path: path.split('/').filter(Boolean).map(decode), query: new URLSearchParams(query) }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

type Query = Readonly<Record<string, string | number | undefined>>

/** Returns the link to a route. Parameters that are undefined or empty are left out. */
export function linkTo(path: readonly string[], query: Query = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  const search = parameters.size > 0 ? `?${parameters}` : ''
  return `#/${path.map(encodeURIComponent).join('/')}${search}`
}

/**
 * Goes to a route.
 *
 * @param replace - Whether the current one does not stay in the history.
 */
export function goTo(path: readonly string[], query: Query = {}, replace = false): void {
  const link = linkTo(path, query)
  if (!replace) location.hash = link
  else {
    history.replaceState(history.state, '', link)
    dispatchEvent(new HashChangeEvent('hashchange'))
  }
}

/** Goes to a route that opens something over the current one. Both `closeTo` and the browser's Back close it. */
export function openOver(path: readonly string[], query: Query): void {
  history.pushState({ isOver: true }, '', linkTo(path, query))
  dispatchEvent(new HashChangeEvent('hashchange'))
}

/** Goes back to the route under what `openOver` has opened, or replaces that of a link. */
export function closeTo(path: readonly string[], query: Query): void {
  if ((history.state as { isOver?: boolean } | null)?.isOver) history.back()
  else goTo(path, query, true)
}

/** The current route. Renders again when it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState(currentRoute)
  useEffect(() => {
    const update = () => setRoute(currentRoute())
    addEventListener('hashchange', update)
    return () => removeEventListener('hashchange', update)
  }, [])
  return route
}
