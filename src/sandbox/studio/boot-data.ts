/** An application, with what a client needs to call it. */
export interface BootApp {
  readonly appId: string
  readonly baseUrl: string
  readonly apiKey: string
}

/** What the server writes into the page, so that the first paint needs no request. */
export interface BootData {
  readonly apps: readonly BootApp[]
  /** The header that carries the API key. */
  readonly keyHeader: string
  /** The path of a first request, after the base URL. */
  readonly firstPath: string
}

/** The data in the page. */
export const bootData = JSON.parse(document.querySelector('#boot')?.textContent ?? '{"apps":[]}') as BootData
