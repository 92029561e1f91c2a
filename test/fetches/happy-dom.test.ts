import { runInDom } from './dom.js'

runInDom('happy-dom')
