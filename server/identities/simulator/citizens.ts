/**
 * The agency's own list of citizens. For the demonstration it is invented from the same invented people as the
 * returns, kept apart from the register: most agree with it, some differ, some are missing.
 */
import { createHash } from 'node:crypto'
import type { InventedPerson } from '../../../domain/invented/invented-person.ts'

export type Citizen = {
  /** 13 digits. */
  cnic: string
  /** Every spelling the agency holds, in either script. */
  names: string[]
  father_names: string[]
  born_on: string | null
  born_year: number | null
  sex: 'male' | 'female' | 'x'
}

/** Of every hundred cards: how many the agency lacks, and in how many one fact differs; the rest agree. */
const SHARES = [
  { share: 8, change: () => undefined },
  { share: 4, change: (c: Citizen) => ({ ...c, names: ['Ghulam Farid', 'غلام فرید'] }) },
  { share: 4, change: (c: Citizen) => ({ ...c, father_names: ['Khuda Yar', 'خدا یار'] }) },
  { share: 4, change: (c: Citizen) => yearsOlder(c, 6) },
] as const satisfies readonly { share: number; change: (c: Citizen) => Citizen | undefined }[]

function yearsOlder(c: Citizen, years: number): Citizen {
  const born_year = c.born_year === null ? null : c.born_year - years
  return { ...c, born_year, born_on: c.born_on === null ? null : `${born_year}-01-01` }
}

/** What the agency knows of an invented person by his card; undefined when it knows nobody. The same each time. */
export function citizenOf(person: InventedPerson): Citizen | undefined {
  const card = person.documents.find(({ kind }) => kind === 'cnic')
  // A second record is another office's mistakes about the same citizen: the agency knows him by the first.
  if (!card || person.duplicate_of !== null) return undefined
  const textsOf = (...kinds: string[]) =>
    person.names.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text)
  const truth: Citizen = {
    cnic: card.number.replaceAll('-', ''),
    names: textsOf('name'),
    father_names: textsOf('father', 'husband'),
    born_on: person.born_on,
    born_year: birthYearOf(person),
    sex: person.sex,
  }
  let place = (createHash('sha256').update(truth.cnic).digest()[0] ?? 0) % 100
  for (const { share, change } of SHARES) {
    if (place < share) return change(truth)
    place -= share
  }
  return truth
}

function birthYearOf({ born_on, age_years, age_on }: InventedPerson): number | null {
  if (born_on !== null) return Number(born_on.slice(0, 4))
  return age_years === null || age_on === null ? null : Number(age_on.slice(0, 4)) - age_years
}

/** The list as JSON Lines, one citizen a line. */
export function* citizenLines(people: Iterable<InventedPerson>): Generator<string> {
  for (const person of people) {
    const citizen = citizenOf(person)
    if (citizen) yield `${JSON.stringify(citizen)}\n`
  }
}

/** Reads such a list; later lines replace earlier ones of the same card. Throws naming a line that is none. */
export function readCitizens(text: string): Map<string, Citizen> {
  const citizens = new Map<string, Citizen>()
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const citizen = JSON.parse(line) as Citizen
    if (!/^\d{13}$/.test(citizen.cnic) || !Array.isArray(citizen.names))
      throw new Error(`line ${at + 1} of the citizens is not a citizen`)
    citizens.set(citizen.cnic, citizen)
  }
  return citizens
}
