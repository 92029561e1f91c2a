import { runInDom } from './dom.js'

runInDom('jsdom')
