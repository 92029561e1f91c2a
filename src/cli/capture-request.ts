import { createSceyt, type Fetch, type Sceyt, type SceytOptions } from 'sceyt-platform'

/** A request that was built, and not sent. */
export interface CapturedRequest {
  method: string
  url: string
  /** The text of the body, unless it is a form. */
  body: string | undefined
  contentType: string | null
}

/** Ends a call in place of its request. */
class Captured extends Error {}

/**
 * Makes a call up to its first request, which is returned and not sent: its input has been checked then.
 *
 * @throws InputError if the input of the call is not valid.
 */
export async function captureRequest(
  options: SceytOptions,
  call: (sceyt: Sceyt) => Promise<unknown>,
): Promise<CapturedRequest> {
  let captured: CapturedRequest | undefined
  const fetch: Fetch = async (input, init) => {
    const body = init?.body
    captured = {
      method: init?.method ?? 'GET',
      url: String(input),
      body: typeof body === 'string' ? body : undefined,
      contentType: new Headers(init?.headers).get('content-type'),
    }
    throw new Captured()
  }
  try {
    await call(createSceyt({ ...options, fetch, maxRetries: 0, logLevel: 'silent' }))
  } catch (error) {
    if (!captured) throw error
  }
  if (!captured) throw new Error('The call has made no request.')
  return captured
}
