import type { Shape } from '../../src/operation/shape.js'

/** The least that a shape accepts. */
export function validOf(shape: Shape): unknown {
  if (shape.type === 'string') return shape.filter ? 'type:eq:public' : 'channel'
  if (shape.type === 'integer') return shape.minimum ?? 7
  if (shape.type === 'union') return validOf(shape.anyOf?.[0] as Shape)
  if (shape.type === 'boolean') return true
  if (shape.type === 'file') return new Blob(['content'])
  if (shape.type === 'array') return Array.from({ length: shape.minItems ?? 0 }, () => validOf(shape.items as Shape))
  return Object.fromEntries((shape.required ?? []).map((key) => [key, validOf(shape.properties?.[key] as Shape)]))
}
