import { apiKeyHeader } from '../../generated/operations.js'
import type { DocumentFacts, Read } from './document-facts.js'
import { checked, checkedBy, type Fact, type Finding, notSeen } from './finding.js'
import type { Probe, ProbeResponse } from './probe.js'

/** The API key as it was given, and the header that it is sent in. */
export interface Key {
  header: string
  value: string
}

/** The findings about the API key. */
export interface KeyFindings {
  findings: Finding[]
  /** Reads that got an error response, whose bodies are checked later. */
  failed: { operationId: string; response: ProbeResponse }[]
  /** A probe that the server accepts, if there is one. */
  probe: Probe | undefined
}

/** No read got a response that could be checked. */
export class ExaminationError extends Error {}

/** A header, and the text before the key in it. */
interface KeyForm {
  header: string
  prefix: string
}

/** The server's response to one form of the key. */
interface Trial {
  form: KeyForm
  accepted: boolean
  summary: string
  response: ProbeResponse
}

const documentForm: KeyForm = { header: apiKeyHeader, prefix: '' }
const knownForms: readonly KeyForm[] = [
  documentForm,
  { header: 'X-API-Key', prefix: '' },
  { header: 'Api-Key', prefix: '' },
  { header: 'Authorization', prefix: '' },
  { header: 'Authorization', prefix: 'Bearer ' },
]
const unknownKey = 'sceyt-platform-doctor'

/**
 * Finds out in which header the server accepts the key, and how it responds to a request without a key, or with an unknown one.
 *
 * @throws ExaminationError if no read that needs only a key gets a response that could be checked.
 */
export async function checkKey(facts: DocumentFacts, probe: Probe, { header, value }: Key): Promise<KeyFindings> {
  const { read, response } = await findRead(facts, probe)
  const without = await probe.withoutKey(header).get(read)
  const [prefix = ''] = /^Bearer +/i.exec(value) ?? []
  const probeFor = (form: KeyForm, key = value.slice(prefix.length)) =>
    probe.with({ apiKeyHeader: form.header, apiKey: form.prefix + key })
  const given: Trial = {
    form: { header, prefix },
    accepted: isAccepted(response, without),
    summary: response.summary,
    response,
  }
  const others: Trial[] = []
  // A server that needs no key would accept it in any header.
  for (const form of isSuccess(without) ? [] : knownForms.filter((known) => !isSame(known, given.form))) {
    const other = await probeFor(form).get(read)
    others.push({ form, accepted: isSuccess(other), summary: other.summary, response: other })
  }
  const working = [given, ...others].find(({ accepted }) => accepted)
  const failed = [without, ...others.map(({ response }) => response)].find(({ failure }) => failure !== undefined)
  if (!working && !isSuccess(without) && failed) throw cannotExamine(failed)
  const unknown = await probeFor(working?.form ?? given.form, unknownKey).get(read)
  const unauthorized = (name: string): Fact => ({ fact: name, mark: facts.statusMark(read.id, 401), expected: '401' })
  const inHeader: Fact = {
    fact: `The API key is sent in ${show(given.form)}`,
    mark: facts.keyMark,
    expected: 'a request with it is accepted',
  }
  return {
    findings: [
      isSuccess(without) ? compareOpen(inHeader, given, without) : compareForms(inHeader, given, others),
      checkedBy(without, unauthorized('A request without a key'), without.status === 401),
      checkedBy(unknown, unauthorized('A request with an unknown key'), unknown.status === 401),
    ],
    failed: [without, unknown].map((response) => ({ operationId: read.id, response })),
    probe: working ? probeFor(working.form) : isSuccess(without) ? probe.withoutKey(header) : undefined,
  }
}

function compareOpen(fact: Fact, { accepted, summary }: Trial, without: ProbeResponse): Finding {
  if (accepted) return notSeen(fact, 'the server also accepts requests without a key')
  return checked(fact, false, `${summary}, although a request without a key gets ${without.summary}`)
}

function compareForms(fact: Fact, given: Trial, others: readonly Trial[]): Finding {
  const [best, ...rest] = [given, ...others].filter(({ accepted }) => accepted)
  if (!best) {
    const rejected = others.map(({ form, summary }) => `${show(form)} (${summary})`)
    return checked(fact, false, `${given.summary}; not accepted in ${rejected.join(', ')} either. Check the key.`)
  }
  const also = rest.length > 0 ? `; also accepted in ${rest.map(({ form }) => show(form)).join(', ')}` : ''
  const received =
    best === given
      ? given.summary
      : `${given.summary}; accepted in ${show(best.form)}: set ${clientSetting(best.form, given.form)}`
  const finding = checked(fact, best === given, received + also)
  return isSame(best.form, documentForm) && best === given
    ? finding
    : { ...finding, setting: settingFor(best.form, given.form) }
}

function settingFor(form: KeyForm, given: KeyForm): string {
  const variable = isKeyChanged(form, given) ? ` with \`SCEYT_API_KEY='${form.prefix}<key>'\`` : ''
  return `${clientSetting(form, given)} in the client, and \`--api-key-header ${form.header}\`${variable} for the doctor`
}

function clientSetting(form: KeyForm, given: KeyForm): string {
  return `\`createSceyt({ apiKeyHeader: '${form.header}'${isKeyChanged(form, given) ? `, apiKey: '${form.prefix}<key>'` : ''} })\``
}

/** Checks whether the key needs another header or a prefix. */
function isKeyChanged({ prefix }: KeyForm, given: KeyForm): boolean {
  return prefix !== '' || given.prefix !== ''
}

function show({ header, prefix }: KeyForm): string {
  // Outside code, Markdown would take <key> for HTML.
  return prefix ? `\`${header}: ${prefix}<key>\`` : header
}

function isSame(one: KeyForm, other: KeyForm): boolean {
  return show(one).toLowerCase() === show(other).toLowerCase()
}

/** Returns the first read whose status shows whether the key is accepted; without one, a read that the server has. */
async function findRead({ reads }: DocumentFacts, probe: Probe): Promise<{ read: Read; response: ProbeResponse }> {
  let last: ProbeResponse | undefined
  let fallback: { read: Read; response: ProbeResponse } | undefined
  for (const read of reads.filter(({ pathParameters }) => Object.keys(pathParameters).length === 0)) {
    const response = await probe.get(read)
    const { status } = response
    last = response
    if (status === undefined || status === 429) break
    if (isSuccess(response) || status === 401 || status === 403) return { read, response }
    if (status < 500 && status !== 404 && status !== 405) fallback ??= { read, response }
  }
  if (fallback && last?.status !== undefined && last.status !== 429) return fallback
  throw cannotExamine(last)
}

function cannotExamine({ status = 0, summary }: Partial<ProbeResponse> = {}): ExaminationError {
  const advice = status === 429 || status >= 500 ? 'Try again later.' : 'Check the address.'
  return new ExaminationError(`The server could not be examined: ${summary}. ${advice}`)
}

function isSuccess({ status = 0 }: Pick<ProbeResponse, 'status'>): boolean {
  return status >= 200 && status < 300
}

/**
 * Checks whether the server accepted the key. A 403 means that it did, but not from this address or for this request, unless a
 * request without a key gets it too.
 */
function isAccepted(response: ProbeResponse, without: ProbeResponse): boolean {
  return isSuccess(response) || (response.status === 403 && without.failure === undefined && without.status !== 403)
}
