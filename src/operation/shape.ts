/** The rules that a value of a request must meet. */
export interface Shape {
  type: 'string' | 'integer' | 'boolean' | 'array' | 'object' | 'file' | 'union'
  /** The shapes of a union, each of another type. */
  anyOf?: readonly Shape[]
  required?: readonly string[]
  properties?: Readonly<Record<string, Shape>>
  /** The OpenAPI document says that an object may have more properties. */
  open?: true
  items?: Shape
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  pattern?: string
  /** Description of the pattern, for messages: `letters and digits`. */
  words?: string
  /** The value is a filter condition. */
  filter?: true
  /** Callers may give a URL of this API that ends in the value, or an object with that URL in this property. */
  address?: string
}
