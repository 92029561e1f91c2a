/** What to do if a proxy rejects a request. */
export const proxyAdvice: string | undefined =
  'The proxy requires credentials, such as HTTPS_PROXY=http://user:password@proxy.example.com:3128.'
