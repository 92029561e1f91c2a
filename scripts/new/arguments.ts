import { parseArgs } from 'node:util'
import { Refusal } from '../lib/refusal.js'

export const usage = `Usage: npm run new -- METHOD PATH SDK_NAME [options]

  npm run new -- GET /users/{username}/channels users.channels.list
  npm run new -- PUT /users/{username}/nickname users.setNickname --body NicknameSet --fields nickname

  --list-of SCHEMA   the items of a list; for a method named list, the default follows from the names
  --returns SCHEMA   the response, or \`nothing\` for a 204; the default follows from the names
  --body SCHEMA      the body of the request
  --fields a,b       the properties of a new schema of the body
  --tag TAG          the group in the documentation
  --id NAME          the operationId, such as listUserChannels
  --dry-run          print the changes, and write nothing

A schema that does not exist is added. Uploads and downloads are not supported.`

export interface ParsedArguments {
  method: string
  path: string
  sdkName: string
  listOf: string | undefined
  returns: string | undefined
  body: string | undefined
  fields: string[]
  tag: string | undefined
  id: string | undefined
  dryRun: boolean
}

const options = {
  'list-of': { type: 'string' },
  returns: { type: 'string' },
  body: { type: 'string' },
  fields: { type: 'string' },
  tag: { type: 'string' },
  id: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const

/** Parses the command line. @throws Refusal with the usage. */
export function parseArguments(args: string[]): ParsedArguments {
  const { values, positionals } = parse(args)
  const [method, path, sdkName, ...others] = positionals
  const [other] = others
  if (other !== undefined) throw new Refusal(`Unexpected argument ${JSON.stringify(other)}.\n\n${usage}`)
  if (!method || !path || !sdkName) {
    const missing = path ? 'SDK_NAME, such as users.list' : 'PATH, such as /users, and SDK_NAME, such as users.list'
    throw new Refusal(method ? `Missing ${missing}.\n\n${usage}` : usage)
  }
  const fields = values.fields?.split(',') ?? []
  const wrong = fields.find((name) => !/^[a-z][A-Za-z\d_]*$/.test(name))
  if (wrong !== undefined)
    throw new Refusal(`--fields must be names separated by commas, got ${JSON.stringify(wrong)}.`)
  const repeated = fields.find((name, index) => fields.indexOf(name) !== index)
  if (repeated) throw new Refusal(`--fields lists ${repeated} twice.`)
  const special = fields.find((name) => name in Object.prototype || /^(true|false|null)$/.test(name))
  if (special) throw new Refusal(`--fields cannot have the name ${special}.`)
  if (fields.length > 0 && !values.body) throw new Refusal('--fields needs --body.')
  const { tag } = values
  if (tag !== undefined && !/^(?!(?:True|TRUE|False|FALSE|Null|NULL)$)[A-Z][A-Za-z\d]*([ -][A-Za-z\d]+)*$/.test(tag))
    throw new Refusal(
      `--tag must be words that start with a capital letter, such as Channel types, got ${JSON.stringify(tag)}.`,
    )
  return {
    method,
    path,
    sdkName,
    listOf: values['list-of'],
    returns: values.returns,
    body: values.body,
    fields,
    tag,
    id: values.id,
    dryRun: values['dry-run'] ?? false,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`)
  }
}
