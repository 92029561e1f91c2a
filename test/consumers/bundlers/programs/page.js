import { createSceyt, NotFoundError } from 'sceyt-platform'

async function main() {
  const baseUrl = new URLSearchParams(location.search).get('baseUrl')
  const sceyt = createSceyt({ baseUrl, apiKey: 'sandbox-key', allowBrowser: true })
  const { username } = await sceyt.users.get('zoe')
  const error = await sceyt.users.get('omar').catch((error) => error)
  return `${username} ${error instanceof NotFoundError}`
}
main()
  .catch(String)
  .then((title) => {
    document.title = title
  })
