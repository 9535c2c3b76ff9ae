// One line of facts in, one line of results out: the form in which anyone can check this register. RULES §5.

import type { Eligibility } from '../eligibility/decide.ts'
import { becauseInEnglish } from '../law/english.ts'
import type { Step } from '../law/step.ts'
import { decodeFacts, type FactsError } from './decode.ts'
import { type CaseResult, type Duty, evaluate } from './evaluate.ts'

// The lines are put together as text: a million results are written twice as fast as by way of objects. Codes, law keys,
// dates and words of the rules hold nothing that JSON would escape; whatever may hold an id goes through `quoted`.
const quoted = (text: string): string => JSON.stringify(text)
const orNull = (plain: string | null): string => (plain === null ? 'null' : `"${plain}"`)
const listed = <T>(all: readonly T[], print: (one: T) => string): string => {
  let list = ''
  for (const one of all) list += list === '' ? print(one) : `,${print(one)}`
  return `[${list}]`
}

const printedStep = ({ rule, law, status, from, to, because }: Step): string =>
  `{"rule":"${rule}","law":"${law}","status":"${status}","from":${orNull(from)},"to":${orNull(to)},"because":${quoted(becauseInEnglish(because))}}`

const printedConviction = ({ conviction_id, s2h, s24, steps }: Eligibility): string => {
  const reasons = listed(steps, ({ because }) => quoted(becauseInEnglish(because)))
  return `{"conviction_id":${quoted(conviction_id)},"s2h":${s2h},"s24":${s24},"reasons":${reasons}}`
}

function printedDuty({ duty, key, due_on, due_at, state, notice_id, law, status, steps }: Duty): string {
  const at = due_at === undefined ? '' : `"due_at":"${due_at}",`
  const notice = notice_id === null ? 'null' : quoted(notice_id)
  return `{"duty":"${duty}","key":${quoted(key)},"due_on":${orNull(due_on)},${at}"state":"${state}","notice_id":${notice},"law":"${law}","status":"${status}","steps":${listed(steps, printedStep)}}`
}

function printed({ case_id, registrable, convictions, registration, duties, standing }: CaseResult): string {
  const { status, starts_on, released_on, ends_on, steps } = registration
  const dates = `"starts_on":${orNull(starts_on)},"released_on":${orNull(released_on)},"ends_on":${orNull(ends_on)}`
  return `{"case_id":${quoted(case_id)},"registrable":"${registrable}","convictions":${listed(convictions, printedConviction)},"registration":{"status":"${status}",${dates},"steps":${listed(steps, printedStep)}},"duties":${listed(duties, printedDuty)},"standing":"${standing}"}`
}

const refused = (error: FactsError): string => JSON.stringify(error)

/** The result of a line that was too long to be read. */
export const tooLongLine = refused({ case_id: null, error: { path: '$', problem: 'too long' } })

/**
 * The result of one line of facts, as a line of JSON; a malformed line gets an error and harms no other.
 * @law RULES §5
 * @example resultLine('{') // '{"case_id":null,"error":{"path":"$","problem":"not JSON"}}'
 */
export function resultLine(line: string): string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return refused({ case_id: null, error: { path: '$', problem: 'not JSON' } })
  }
  const decoded = decodeFacts(value)
  if (!decoded.ok) return refused({ case_id: decoded.case_id, error: decoded.error })
  return printed(evaluate(decoded.facts, decoded.pack))
}
