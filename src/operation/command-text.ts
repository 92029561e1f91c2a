/** The help of a command, and the names that it needs: from the OpenAPI document. */
export interface CommandText {
  /** The method of the client that the command calls, such as `channels.members.add`. */
  readonly name: string
  /** The operation that it calls: the first one, if the method is composed of several. */
  readonly operation: string
  readonly summary: string
  readonly description: string
  /** Description of each path parameter, in the order of the method's arguments. */
  readonly path: Readonly<Record<string, string>>
  /** Description of each parameter of the query. */
  readonly query: Readonly<Record<string, string>>
  /** Description of each field of the body. */
  readonly body: Readonly<Record<string, string>>
  /** The field of the body that a composed method expects in place of the body. */
  readonly argument?: string
  /** The words after the name of a command that works as it is in the sandbox. */
  readonly example: string
  /** Names of the result's fields, or of those of an item of its list, such as `owner.username`. */
  readonly fields: readonly string[]
  /** Those of the fields that a table shows first, by importance. */
  readonly columns: readonly string[]
}
