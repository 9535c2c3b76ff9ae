// What the first calculator says of a case, as the line of text in which the second answers.
import type { CaseResult, Duty } from '../../domain/duty/evaluate.ts'

const told = ({ duty, key, due_on, due_at, state, notice_id }: Duty): string => {
  const at = due_at === undefined ? undefined : Date.parse(due_at)
  const on = at === undefined ? due_on : dateInPakistan(at)
  return `${duty},${key},${on ?? '-'},${at ?? '-'},${state},${notice_id ?? '-'}`
}
const dateInPakistan = (at: number) => new Date(at + 5 * 3_600_000).toISOString().slice(0, 10)

/**
 * Registration, standing, both tests of each conviction and every duty: all that must agree, without the reasons.
 */
export function firstAnswer({
  registrable,
  convictions,
  registration,
  duties,
  standing,
}: CaseResult): string {
  const { status, starts_on, released_on, ends_on } = registration
  const tests = convictions.map(
    ({ conviction_id, s2h, s24 }) => `${conviction_id},${Number(s2h)},${Number(s24)}`,
  )
  return [
    registrable,
    status,
    starts_on ?? '-',
    released_on ?? '-',
    ends_on ?? '-',
    standing,
    tests.join(';'),
    duties.map(told).join(';'),
  ].join('|')
}
