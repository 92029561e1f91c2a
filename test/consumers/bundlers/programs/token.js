import { createUserToken, verifyUserToken } from 'sceyt-platform/token'

async function main() {
  const bits = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', ...bits }
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const { token } = await createUserToken('zoe', { privateKey })
  console.log((await verifyUserToken(token, { publicKey })).username)
}
main()
