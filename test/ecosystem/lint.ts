import spectral, { type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import { type Row, versionOf } from './row.js'

/** Holds the document to every OpenAPI rule of Spectral, those that it does not recommend included. A warning counts as an error does. */
export async function lint(document: Record<string, unknown>): Promise<Row> {
  const linter = new spectral.Spectral()
  linter.setRuleset({
    extends: [[rulesets.oas as RulesetDefinition, 'all']],
    rules: {
      // OpenAPI 3.1 lets a license have a `url` or an `identifier`, and not both.
      'license-url': 'off',
      // There is no address that the project could give.
      'contact-properties': 'off',
    },
  })
  const problems = (await linter.run(document)).map(({ code, path, message }) => `${code}: /${path.join('/')}: ${message}`)
  return {
    tool: '@stoplight/spectral-core',
    version: await versionOf('@stoplight/spectral-core'),
    did: 'linted it by every OpenAPI rule but license-url and contact-properties',
    result: problems.length === 0 ? 'no error, no warning' : `${problems.length} findings`,
    problems,
  }
}
