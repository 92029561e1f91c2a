import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import { UsageError } from './usage-error.js'

/**
 * Parses JSON of the user. A byte order mark at its start is ignored.
 *
 * @param name - The source, for the error, such as `--data` or the path of a file.
 * @throws UsageError naming the line and the column where the text stops being JSON. It never quotes the text.
 */
export function parseJson(text: string, name: string): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  try {
    return JSON.parse(json)
  } catch {
    throw new UsageError(`${name} is not JSON${problemOf(json)}`)
  }
}

function problemOf(json: string): string {
  if (json.trim() === '') return ': it is empty.'
  const error = findError(json)
  if (!error) return '.'
  const { line, column } = positionOf(json, error.offset)
  return `: line ${line}, column ${column}: ${problems[printParseErrorCode(error.error)] ?? 'unexpected text'}.`
}

/** Finds the first error. JSON.parse names a position only in some versions of Node. */
function findError(json: string): ParseError | undefined {
  const errors: ParseError[] = []
  try {
    parse(json, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  } catch (error) {
    // This parser recurses, so text with very many brackets is too deep for it.
    if (!(error instanceof RangeError)) throw error
  }
  return errors[0]
}

function positionOf(json: string, offset: number): { line: number; column: number } {
  const lines = json.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1) as string).length + 1 }
}

/** Words for the codes of the parser. */
const problems: Readonly<Record<string, string>> = {
  InvalidSymbol: 'expected a value; text and names are in double quotes',
  InvalidNumberFormat: 'the number is not valid',
  PropertyNameExpected: 'expected a name in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected a colon after the name',
  CommaExpected: 'expected a comma',
  CloseBraceExpected: 'expected a closing brace',
  CloseBracketExpected: 'expected a closing bracket',
  EndOfFileExpected: 'expected nothing after the value',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the string has no closing quote on its line',
  UnexpectedEndOfNumber: 'expected a digit after this part of a number',
  InvalidUnicode: '\\u must be followed by four hexadecimal digits',
  InvalidEscapeCharacter: 'the string has a backslash before a character that JSON does not escape',
  InvalidCharacter: 'the string contains a control character; write it with a backslash, such as \\t',
}
