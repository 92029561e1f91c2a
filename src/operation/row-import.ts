/** How the rows of a file become calls of an operation that creates something: from the OpenAPI document. */
export interface RowImport {
  /** Kind of the rows, such as `users`. */
  readonly rows: string
  /** The value of the column `type`, where several operations create rows of one kind. */
  readonly type?: string
  /** The operation that creates. */
  readonly create: string
  /** The columns, each with the description of its value. */
  readonly columns: Readonly<Record<string, string>>
  /** The columns of path parameters, by parameter. */
  readonly path: Readonly<Record<string, string>>
  /** The array of the body with the row as its only item. Without one, the row is the body. */
  readonly items?: string
  /** The column that names what is created, so that a second create of it is rejected. */
  readonly key?: string
  /**
   * JSON pointer to the id in an item of the list and in the response. The column `id` has that of another application, to which
   * other rows refer.
   */
  readonly id?: string
  /** The operation that updates what has the same key. */
  readonly update?: string
  /** The operation that lists what was created. */
  readonly list: string
  /** JSON pointers to the values of columns in an item of the list. */
  readonly read: Readonly<Record<string, string>>
  /** Columns that contain the rows of another kind, each with the operation that lists them. These are not exported as rows. */
  readonly nested: Readonly<Record<string, string>>
  /** Columns whose value must differ from a column of the parent row, since the parent is created with that value. */
  readonly except: Readonly<Record<string, string>>
  /** Whether rows with the same path are created one after another. */
  readonly inOrder: boolean
}
