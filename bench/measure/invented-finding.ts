/** Invented people to be found, and questions about them whose answer is known: a further noisy record of each. */

import pg from 'pg'
import { type Given, orderOf } from '../../bin/finding/throw-away.ts'
import type { InventedPerson } from '../../domain/invented/invented-person.ts'
import { inventPerson, originalOf, recordAgain } from '../../domain/invented/person.ts'
import { type Birth, NOTHING_KNOWN, type PersonFacts } from '../../domain/matching/evidence.ts'
import { parseName } from '../../domain/names/parse.ts'
import { matchCardOfInvented } from '../../server/invented/rows.ts'
import { worldOf } from '../../server/invented/world.ts'
import type { LocalRegister } from '../../server/platform/local-register.ts'

export const SEED = 1
/** The day on which the people are made; another one makes others. */
export const MADE_ON = '2026-11-26'
const world = worldOf(MADE_ON)
/** Records from here on are nobody's of the register: further records, for questions; each draw has its own. */
const questionsFrom = (draw: number) => 50_000_000 + (draw - 1) * 10_000_000

/** The people on a register, by their places in the order of the generator, the first one first. */
export type Records = ReadonlySet<number>

/** Who stands on a register that the generator filled; a seeded one leaves out whom no conviction registers. */
export async function recordsOf(local: LocalRegister): Promise<Records> {
  const client = new pg.Client({ connectionString: local.url('postgres') })
  await client.connect()
  try {
    const { rows } = await client.query<{ person_id: string }>(
      'select person_id from register.person order by right(person_id::text, 12)',
    )
    return new Set(rows.map(({ person_id }) => orderOf(person_id)))
  } finally {
    await client.end()
  }
}

/** These records of the generator, as they are found. */
export function* inventedRecords(orders: Iterable<number>): Generator<Given> {
  for (const index of orders) {
    const person = inventPerson(SEED, index, world)
    const { district_id, station_id } = person
    yield { card: matchCardOfInvented(person), at: { district_id, station_id } }
  }
}

/** Everybody in the order of the generator. */
export const inventedPeople = (people: number): Generator<Given> => inventedRecords(Array(people).keys())

/** Whose record it is: a second record of somebody is his too. */
export const whoseRecord = (order: number) => originalOf(SEED, order) ?? order

export const CASES = {
  father_and_year: 'name and father in Roman letters, birth year',
  father_and_age: 'name and father in Roman letters, age as stated',
  father_and_district: 'name and father in Roman letters, district',
  all: 'name and father in Roman letters, birth year or age, and district',
  urdu: 'name and father in Urdu, birth year or age; the record searched in Roman letters too',
  father: 'name and father in Roman letters',
  name: 'name alone, of two parts or more',
  alias: 'alias and father',
  cnic: 'CNIC with one slip',
} as const
export type Case = keyof typeof CASES
/** As what a birth is known in the cases that ask for one. */
const BORN: Partial<Record<Case, readonly Birth['kind'][]>> = {
  father_and_year: ['year'],
  father_and_age: ['age'],
  all: ['year', 'age'],
  urdu: ['year', 'age'],
}
export type Question = { asked: PersonFacts; text: string; whose: number }

const nameOf = ({ names }: InventedPerson, kinds: readonly string[], script: string) =>
  names.find((name) => kinds.includes(name.kind) && name.script === script)?.text

const KIN = ['father', 'husband']

function birthOf({ born_on, age_years, age_on }: InventedPerson): Birth | null {
  if (born_on !== null) return { kind: 'year', year: Number(born_on.slice(0, 4)) }
  return age_years !== null && age_on !== null ? { kind: 'age', years: age_years, on: age_on } : null
}

/** A number with one digit wrong, two changed over or one left out, in turn. */
function slip(digits: string, turn: number): string {
  const at = 1 + (turn % 11)
  const digit = String((Number(digits[at]) + 1 + (turn % 8)) % 10)
  if (turn % 3 === 0) return digits.slice(0, at) + digit + digits.slice(at + 1)
  if (turn % 3 === 1) return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)
  return digits.slice(0, at) + digits.slice(at + 1)
}

/** The number on the register with one slip; undefined where there is none. */
function slippedNumber(whose: number, turn: number): string | undefined {
  const held = inventPerson(SEED, whose, world).documents.find(({ kind }) => kind === 'cnic')
  return held && slip(held.number.replace(/\D/g, ''), turn)
}

type Recorded = { again: InventedPerson; whose: number; turn: number }

/** What a case asks of a further record; undefined where the record does not say it. */
function questionOf(kind: Case, { again, whose, turn }: Recorded): Omit<Question, 'whose'> | undefined {
  if (kind === 'cnic') {
    const number = slippedNumber(whose, turn)
    return number === undefined ? undefined : { asked: { ...NOTHING_KNOWN, cnics: [number] }, text: number }
  }
  const script = kind === 'urdu' ? 'Arab' : 'Latn'
  const name = nameOf(again, kind === 'alias' ? ['alias'] : ['name'], script)
  const father = kind === 'name' ? undefined : nameOf(again, KIN, script)
  if (name === undefined || (father === undefined && kind !== 'name')) return undefined
  const parsed = parseName(name)
  if (kind === 'name' && parsed.parts.length < 2) return undefined
  const known_as = BORN[kind]
  const birth = known_as ? birthOf(again) : null
  if (known_as && !(birth && known_as.includes(birth.kind))) return undefined
  const district_id = kind === 'father_and_district' || kind === 'all' ? again.district_id : null
  const fathers = father === undefined ? [] : [parseName(father)]
  return {
    asked: { ...NOTHING_KNOWN, names: [parsed], fathers, birth, district_id },
    text: father === undefined ? name : `${name} s/o ${father}`,
  }
}

/** Whom to ask for, and in which draw of questions: those of one draw are other slips and spellings than of another. */
export type Asking = { known: Records; draw: number }

/** Questions of a case, spread evenly over the people. */
export function questionsOf(kind: Case, { known, draw }: Asking, most: number): Question[] {
  const found: Question[] = []
  const stride = Math.max(1, Math.floor(known.size / (most * 3)))
  for (const [at, order] of [...known].entries()) {
    if (at % stride !== 0 || !known.has(whoseRecord(order))) continue
    if (found.length === most) break
    const whose = whoseRecord(order)
    const again = recordAgain(SEED, questionsFrom(draw) + order, whose, world)
    const question = questionOf(kind, { again, whose, turn: order })
    if (question) found.push({ ...question, whose })
  }
  return found
}
