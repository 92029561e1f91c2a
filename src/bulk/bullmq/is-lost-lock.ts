/** Messages of BullMQ about a batch whose lock has expired, or that another worker has taken over or ended. */
const messages = /\block for job\b|^(Missing key|Lock mismatch) for job\b|^Job \S+ is not in the \w+ state\b/

/** Returns whether an error means that another worker has taken a batch over, as it does under load. */
export function isLostLock({ message }: Error): boolean {
  return messages.test(message)
}
