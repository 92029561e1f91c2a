import type { SandboxApp, UnknownFields } from 'sceyt-platform/sandbox'
import type { Durability } from 'sceyt-platform/sandbox/node'

/** The options of `sceyt-platform sandbox`. */
export interface SandboxValues {
  port: number
  host: string
  app: readonly SandboxApp[]
  privateKey?: string
  seed: string
  data?: string
  durability: Durability
  maxState: number
  latency: number
  failRate: number
  rateLimit?: number
  unknownFields: UnknownFields
  replay?: string
}
