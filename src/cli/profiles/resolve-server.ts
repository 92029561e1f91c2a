import type { SceytOptions } from 'sceyt-platform'
export async function resolveServer(
  _f: object,
  env: NodeJS.ProcessEnv,
  _a: object,
  _w: object,
): Promise<{ options: SceytOptions; name: string; isProduction: boolean; close(): Promise<void> }> {
  return {
    options: { baseUrl: env['SCEYT_BASE_URL'], apiKey: env['SCEYT_API_KEY'] ?? 'placeholder' },
    name: 'env',
    isProduction: false,
    close: async () => {},
  }
}
