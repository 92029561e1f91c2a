import { Validator } from '@seriousme/openapi-schema-validator'
import { type Row, versionOf } from './row.js'

/** Holds the document to the schema that the OpenAPI Initiative publishes. */
export async function validate(document: Record<string, unknown>): Promise<Row> {
  const validator = new Validator()
  const { valid, errors = [] } = await validator.validate(structuredClone(document))
  return {
    tool: '@seriousme/openapi-schema-validator',
    version: await versionOf('@seriousme/openapi-schema-validator'),
    did: `held it to the schema of OpenAPI ${validator.version}`,
    result: valid ? 'valid' : 'invalid',
    problems: valid ? [] : [JSON.stringify(errors)],
  }
}
