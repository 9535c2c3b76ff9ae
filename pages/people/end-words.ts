// Until when somebody is on the register, in words; where the release is not known, no day is said.
import type { PersonHead } from '../../contract/people.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'

/** Whether the release, and so every date that follows from it, can be relied on. */
export const isReleaseKnown = ({ exceptions }: Pick<PersonHead, 'exceptions'>): boolean =>
  !exceptions.includes('custody_unknown')

/** The day on which the period ends, that it is open, or that nobody can say. */
export function endWords(person: Pick<PersonHead, 'exceptions'>, ends_on: string | null, t: T, f: F): string {
  if (!isReleaseKnown(person)) return t('people.until_unknown')
  return ends_on ? f.date(ends_on) : t('people.until_open')
}
