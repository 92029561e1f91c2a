import { createSceyt, NotFoundError } from 'sceyt-platform'

async function main() {
  const sceyt = createSceyt({ baseUrl: new URLSearchParams(location.search).get('baseUrl'), apiKey: 'sandbox-key' })
  const { username } = await sceyt.users.get('zoe')
  const error = await sceyt.users.get('omar').catch((error) => error)
  return `${username} ${error instanceof NotFoundError}`
}
main()
  .catch(String)
  .then((title) => {
    document.title = title
  })
