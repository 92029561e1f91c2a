/** The path of the controls, on the server of this page. */
export const controlPath = '/_sandbox'

/** An error that a control responded with, or the lack of a response. */
class ControlError extends Error {
  override readonly name = 'ControlError'
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Options of a call of a control. */
export interface ControlOptions {
  /** Parameters of the query. Those that are undefined or empty are left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>
  /** Sent as JSON. */
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/**
 * Calls a control, and returns its response: parsed JSON, or undefined if it has no content.
 *
 * @throws ControlError with the server's message.
 */
export async function callControl<Result>(
  method: Method,
  path: string,
  { query = {}, body, signal }: ControlOptions = {},
): Promise<Result> {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  const search = parameters.size > 0 ? `?${parameters}` : ''
  const response = await fetch(`${controlPath}${path}${search}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    signal?.throwIfAborted()
    throw new ControlError('The sandbox is not responding.', { cause })
  })
  const text = await response.text()
  const value = parse(text)
  if (!response.ok) throw new ControlError((value as { message?: string })?.message ?? `Status ${response.status}`)
  return value as Result
}

/** @throws ControlError if a text is no JSON, as that of a proxy. */
function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch (cause) {
    throw new ControlError('The response did not come from the sandbox.', { cause })
  }
}
