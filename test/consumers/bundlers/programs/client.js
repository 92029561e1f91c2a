import { createSceyt } from './barrel.js'

const sceyt = createSceyt({ apiKey: 'test-key', baseUrl: 'https://api.example.com' })
console.log(typeof sceyt.users.get)
