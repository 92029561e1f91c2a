/** The options of `sceyt-platform token`. */
export interface TokenValues {
  privateKey?: string
  appId?: string
  expiresIn?: number
  json?: true
}
