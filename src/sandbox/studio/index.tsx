import { render } from 'preact'
import { Studio } from './shell/studio.js'

const root = document.querySelector('#studio')
if (root) render(<Studio />, root)
