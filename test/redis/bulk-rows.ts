/** What the rows of a job are: messages to a channel, or users. */
export interface BulkRows {
  channel?: string
  /** Whether they are sent one after another. */
  inOrder?: boolean
}
