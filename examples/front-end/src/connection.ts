import type { SceytOptions } from 'sceyt-platform'

/** How the page reaches the API. */
export interface Connection {
  options: SceytOptions
  /** Only a sandbox in the page can be put back from here. */
  sandbox?: {
    reset(): void
    /** Tells when another tab has changed something. */
    onOtherTab(listener: () => void): void
  }
}

/** The sandbox in this page, behind MSW. There is no server. */
export const inPage = async (): Promise<Connection> => (await import('./sandbox.ts')).startSandbox()

/** A server, such as `npx sceyt-platform sandbox`, with what it says when it starts. */
export const onServer = async (baseUrl: string, apiKey: string): Promise<Connection> => ({
  options: { baseUrl, apiKey },
})

// The one line to change. For the server: onServer('http://127.0.0.1:4010/v1/sandbox', 'sandbox-key')
export const connect = () => inPage()
