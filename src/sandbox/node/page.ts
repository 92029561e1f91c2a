/** A response to a browser. */
export interface Page {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** The pages neither load anything from other hosts nor send anything to them. */
const policy = policyWith("'self' 'unsafe-inline'")
/** For a page that has neither scripts nor styles of its own. */
const strictPolicy = policyWith("'self'")

function policyWith(code: string): string {
  return `default-src 'none'; script-src ${code}; style-src ${code}; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

/** Creates an HTML page. */
export function html(body: string, status = 200): Page {
  return content('text/html; charset=utf-8', body, status)
}

/** Creates an HTML page whose scripts and styles are all in files of this server. It shares its process with no other site. */
export function strictHtml(body: string): Page {
  const page = html(body)
  const headers = {
    ...page.headers,
    'Content-Security-Policy': strictPolicy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
  return { ...page, headers }
}

/** Creates a page of any other content type. */
export function content(type: string, body: string | Uint8Array, status = 200): Page {
  const headers = {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  }
  return { status, headers, body }
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
