import { bodyExamples } from './rules/body-examples.js'
import { componentFile } from './rules/component-file.js'
import { described, descriptionWords, patternWords } from './rules/descriptions.js'
import { documentFacts } from './rules/document-facts.js'
import { exampleAgreement, exampleFields, exampleLinks } from './rules/examples.js'
import { filledIn } from './rules/filled-in.js'
import { idempotent } from './rules/idempotent.js'
import { identifiers } from './rules/identifiers.js'
import { knownExtensions } from './rules/known-extensions.js'
import { pagination } from './rules/pagination.js'
import { pathFile, pathOrder } from './rules/path-file.js'
import { provenance } from './rules/provenance.js'
import { responseExamples } from './rules/response-examples.js'
import { responses, retryAfter } from './rules/responses.js'
import { sdkCompose } from './rules/sdk-compose.js'
import { sdkName } from './rules/sdk-name.js'
import { sdkResources } from './rules/sdk-resources.js'
import { storedFields } from './rules/stored-fields.js'
import { supported } from './rules/supported.js'

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
  'response-examples': responseExamples,
  'example-fields': exampleFields,
  'example-agreement': exampleAgreement,
  'example-links': exampleLinks,
  'path-file': pathFile,
  'path-order': pathOrder,
  'component-file': componentFile,
  identifiers,
  'sdk-resources': sdkResources,
  'stored-fields': storedFields,
  supported,
  'document-facts': documentFacts,
  'filled-in': filledIn,
  'known-extensions': knownExtensions,
}
