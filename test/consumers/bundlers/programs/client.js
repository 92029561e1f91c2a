import { createSceyt } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { createUserToken } from 'sceyt-platform/token'

const _unused = () => [createSandbox(), createUserToken()]

const sceyt = createSceyt({ apiKey: 'test-key', baseUrl: 'https://api.example.com' })
console.log(typeof sceyt.users.get)
