// One line of facts in, one line of results out: the form in which anyone can check this register. RULES §5.
import { becauseInEnglish } from '../law/english.ts'
import type { Step } from '../law/step.ts'
import { decodeFacts, type FactsError } from './decode.ts'
import { type CaseResult, evaluate } from './evaluate.ts'

const said = ({ rule, law, status, from, to, because }: Step) => ({
  rule,
  law,
  status,
  from,
  to,
  because: becauseInEnglish(because),
})

function printed({ case_id, registrable, convictions, registration, duties, standing }: CaseResult) {
  return {
    case_id,
    registrable,
    convictions: convictions.map(({ conviction_id, s2h, s24, steps }) => ({
      conviction_id,
      s2h,
      s24,
      reasons: steps.map(({ because }) => becauseInEnglish(because)),
    })),
    registration: { ...registration, steps: registration.steps.map(said) },
    duties: duties.map((duty) => ({ ...duty, steps: duty.steps.map(said) })),
    standing,
  }
}

function resultOf(line: string): ReturnType<typeof printed> | FactsError {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { case_id: null, error: { path: '$', problem: 'not JSON' } }
  }
  const decoded = decodeFacts(value)
  if (!decoded.ok) return { case_id: decoded.case_id, error: decoded.error }
  return printed(evaluate(decoded.facts, decoded.pack))
}

/**
 * The result of one line of facts, as a line of JSON; a malformed line gets an error and harms no other.
 * @law RULES §5
 * @example resultLine('{') // '{"case_id":null,"error":{"path":"$","problem":"not JSON"}}'
 */
export const resultLine = (line: string): string => JSON.stringify(resultOf(line))
