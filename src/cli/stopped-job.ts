/** A bulk job that has stopped before its last item, by the error that is its cause. */
export class StoppedJob extends Error {
  readonly exitStatus: number
  override readonly cause: Error

  constructor(message: string, exitStatus: number, cause: Error) {
    super(message)
    this.exitStatus = exitStatus
    this.cause = cause
  }
}
