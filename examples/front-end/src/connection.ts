import type { SceytOptions } from 'sceyt-platform'
import type { Sandbox } from 'sceyt-platform/sandbox'

/** The options of the client, and the sandbox if it runs in the page. */
export interface Connection {
  options: SceytOptions
  sandbox?: Sandbox
}

/** The sandbox in this page, behind MSW, without a server. */
export const inPage = async (): Promise<Connection> => (await import('./sandbox.ts')).startSandbox()

/** A server, such as `npx sceyt-platform sandbox`, with the URL and the key that it prints. */
export const onServer = async (baseUrl: string, apiKey: string): Promise<Connection> => ({
  options: { baseUrl, apiKey },
})

// The one line to change. For a server: onServer('http://127.0.0.1:4010/v1/sandbox', 'sandbox-key')
export const connect = () => inPage()
