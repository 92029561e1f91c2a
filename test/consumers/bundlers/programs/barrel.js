export * from 'sceyt-platform'
export { createSandbox } from 'sceyt-platform/sandbox'
export { createUserToken } from 'sceyt-platform/token'
