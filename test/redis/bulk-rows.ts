/** What the rows of a job are: messages to a channel, or users. */
export interface BulkRows {
  channel?: string
}
