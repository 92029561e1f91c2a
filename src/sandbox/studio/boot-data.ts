/** An application, with what a client needs to call it. */
export interface BootApp {
  readonly appId: string
  readonly baseUrl: string
  readonly apiKey: string
}

/** What the server writes into the page, so that the first paint needs no request. */
export interface BootData {
  readonly apps: readonly BootApp[]
}

/** Reads the data from the page. */
export function readBootData(): BootData {
  return JSON.parse(document.querySelector('#boot')?.textContent ?? '{"apps":[]}') as BootData
}
