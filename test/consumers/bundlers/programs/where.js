import { where } from 'sceyt-platform'

console.log(String(where('type', 'eq', 'public')))
