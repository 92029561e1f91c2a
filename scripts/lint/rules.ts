import { bodyExamples } from './rules/body-examples.js'
import { described, descriptionWords, patternWords } from './rules/descriptions.js'
import { idempotent } from './rules/idempotent.js'
import { pagination } from './rules/pagination.js'
import { pathFile } from './rules/path-file.js'
import { provenance } from './rules/provenance.js'
import { responses, retryAfter } from './rules/responses.js'
import { sdkCompose } from './rules/sdk-compose.js'
import { sdkName } from './rules/sdk-name.js'

/** The rules by their names in redocly.yaml. */
export const rules = {
  provenance,
  'description-words': descriptionWords,
  'pattern-words': patternWords,
  'sdk-name': sdkName,
  'sdk-compose': sdkCompose,
  idempotent,
  pagination,
  responses,
  'retry-after': retryAfter,
  described,
  'body-examples': bodyExamples,
  'path-file': pathFile,
}
