/** The user who acts for a lane. */
export const userOfLane = (lane: number) => `lane-${lane}`
/** The channel that a lane begins with. */
export const channelOfLane = (lane: number) => String(1_000_000_000_000 + lane)
// What the call of a number makes.
export const userOf = (operation: number) => `user-${operation}`
export const fileOf = (operation: number) => `file-${operation}.txt`
export const uriOf = (operation: number) => `channel_${operation}`
