import type { SceytOptions } from 'sceyt-platform'

/** The options of the client, and the sandbox if it runs in the page. */
export interface Connection {
  options: SceytOptions
  /** Only a sandbox in the page can be reset from here. */
  sandbox?: {
    reset(): void
    /** Calls the listener when another tab has changed something. */
    onOtherTab(listener: () => void): void
  }
}

/** The sandbox in this page, behind MSW, without a server. */
export const inPage = async (): Promise<Connection> => (await import('./sandbox.ts')).startSandbox()

/** A server, such as `npx sceyt-platform sandbox`, with the URL and the key that it prints. */
export const onServer = async (baseUrl: string, apiKey: string): Promise<Connection> => ({
  options: { baseUrl, apiKey },
})

// The one line to change. For a server: onServer('http://127.0.0.1:4010/v1/sandbox', 'sandbox-key')
export const connect = () => inPage()
