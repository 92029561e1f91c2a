/** Creates an element. Strings are added as text, never as HTML. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

/** Finds an element of index.html. */
export function byId<T extends HTMLElement>(id: string, Class: abstract new () => T): T {
  const element = document.getElementById(id)
  if (!(element instanceof Class)) throw new Error(`index.html has no ${Class.name} with the id "${id}".`)
  return element
}
