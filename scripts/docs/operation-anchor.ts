import type { OperationObject } from '../document.js'

/** Returns the anchor of an operation in the API page, as Redoc makes it. */
export function operationAnchor({ tags, operationId }: Pick<OperationObject, 'tags' | 'operationId'>): string {
  return `/${tags[0]}/${operationId}`.toLowerCase().replaceAll(' ', '-')
}
