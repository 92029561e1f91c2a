import { rules } from './rules.js'

/** What redocly.yaml loads: the rules that this document keeps beyond the standard's. */
export default () => ({ id: 'sceyt', rules: { oas3: rules } })
