export { ExaminationError } from './check-key.js'
export { readFacts } from './document-facts.js'
export { examine } from './examine.js'
export { printReport } from './print-report.js'
