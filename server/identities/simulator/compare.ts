/** How this agency compares: plainly, by its own lights. It owes nothing to how the register matches names. */
import type { IdentityAnswer, IdentityField, IdentityQuestion } from '../../../contract/identities.ts'
import type { Citizen } from './citizens.ts'

/** One case, no marks, no spaces: what is left must be equal. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')

/** The same if any spelling asked, in either script, is one that is held; a name not given differs from nothing. */
function isSameName(asked: IdentityQuestion['name'], held: readonly string[]): boolean {
  const given = [asked.latin, asked.urdu].filter((text) => text !== null)
  if (given.length === 0 || held.length === 0) return true
  const known = new Set(held.map(plain))
  return given.some((text) => known.has(plain(text)))
}

/** Days must be equal; a year that came from an age may be one off. */
function isSameBirth(asked: IdentityQuestion, held: Citizen): boolean {
  if (asked.born_on !== null && held.born_on !== null) return asked.born_on === held.born_on
  const year = asked.born_on === null ? asked.born_year : Number(asked.born_on.slice(0, 4))
  return year === null || held.born_year === null || Math.abs(year - held.born_year) <= 1
}

/** The agency's answer about one question. */
export function answerOf(question: IdentityQuestion, citizens: ReadonlyMap<string, Citizen>): IdentityAnswer {
  const held = citizens.get(question.cnic)
  if (!held) return { outcome: 'not_found', fields_differ: [] }
  const same: Record<IdentityField, boolean> = {
    name: isSameName(question.name, held.names),
    father_name: isSameName(question.father_name, held.father_names),
    birth: isSameBirth(question, held),
    sex: question.sex === null || question.sex === held.sex,
  }
  const fields_differ = (Object.keys(same) as IdentityField[]).filter((field) => !same[field])
  return { outcome: fields_differ.length === 0 ? 'verified' : 'mismatch', fields_differ }
}
