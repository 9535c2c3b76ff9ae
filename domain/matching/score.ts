// One score for search, intake and batch: what speaks for and against two records being of one person, in bits.

import type { Frequencies } from '../names/frequencies.ts'
import { consonantKey } from '../names/key.ts'
import { compareCnics } from './cnic.ts'
import { bestNameRows } from './compare-names.ts'
import { compareBirths } from './dates.ts'
import type { Birth, Field, PersonFacts, Row, RowCode, Verdict } from './evidence.ts'
import { type Change, whatWouldChange } from './explain.ts'
import { sumOf } from './rows.ts'
import { type Veto, vetoesOf } from './vetoes.ts'
import type { Model } from './weights.ts'

export interface Score {
  /** The sum of the rows, exactly, in thousandths of a bit. */
  readonly milli_bits: number
  readonly bits: number
  readonly rows: readonly Row[]
  readonly verdict: Verdict
  readonly vetoes: readonly Veto[]
  /** What is not known of one side, and how far knowing it could move the score; the widest first. */
  readonly what_would_change: readonly Change[]
}

/** A number that is the same, with a name and a father that agree: nothing less is called one person. */
const SAME_MILLI_BITS = 18_000
const POSSIBLE_MILLI_BITS = 3_000

const birthText = (birth: Birth) =>
  birth.kind === 'day' ? birth.on : birth.kind === 'year' ? `${birth.year}` : `${birth.years} (${birth.on})`

/** The rows of everything but names. */
export function factRows(a: PersonFacts, b: PersonFacts, model: Model): Row[] {
  const rows: Row[] = []
  const add = (field: Field, code: RowCode, query: string, candidate: string) =>
    rows.push({ field, code, milli_bits: model.weigh(field, code), query, candidate })
  if (a.sex && b.sex) add('sex', a.sex === b.sex ? 'sex_same' : 'sex_differs', a.sex, b.sex)
  if (a.birth && b.birth)
    add('birth', compareBirths(a.birth, b.birth), birthText(a.birth), birthText(b.birth))
  if (a.district_id && b.district_id)
    add(
      'district',
      a.district_id === b.district_id ? 'district_same' : 'district_differs',
      a.district_id,
      b.district_id,
    )
  const numbers = a.cnics.flatMap((one) =>
    b.cnics.map((other) => ({ one, other, code: compareCnics(one, other) })),
  )
  const nearest = numbers.sort((x, y) => model.weigh('cnic', y.code) - model.weigh('cnic', x.code))[0]
  if (nearest) add('cnic', nearest.code, nearest.one, nearest.other)
  return rows
}

const agrees = (rows: readonly Row[], field: Field) => sumOf(rows.filter((row) => row.field === field)) > 0

/**
 * A family name that both names of one record have and the other record leaves out was left out once: Imran Afridi s/o
 * Ali Afridi, Imran s/o Ali.
 */
function withoutTwice(names: readonly Row[], fathers: readonly Row[]): Row[] {
  const sides = ['query', 'candidate'] as const
  const isOf = (row: Row, side: (typeof sides)[number]) => row.code === 'part_missing' && row[side] !== null
  const isTwice = (row: Row, side: (typeof sides)[number]) =>
    isOf(row, side) && names.some((own) => isOf(own, side) && isOneWord(own[side], row[side]))
  return fathers.filter((row) => !sides.some((side) => isTwice(row, side)))
}
const isOneWord = (one: string | null, other: string | null) =>
  one !== null && other !== null && consonantKey(one) === consonantKey(other)

/** Names alone never make one person: a number or nothing. */
function verdictOf(rows: readonly Row[], vetoes: readonly Veto[]): Verdict {
  const sum = sumOf(rows)
  if (vetoes.length > 0 || sum < POSSIBLE_MILLI_BITS) return 'different'
  const is_numbered = rows.some(({ code }) => code === 'cnic_same')
  const is_same = is_numbered && agrees(rows, 'name') && agrees(rows, 'father') && sum >= SAME_MILLI_BITS
  return is_same ? 'same' : 'possible'
}

/**
 * How likely two records are of one person, in bits, with the rows that sum to it exactly.
 * @param frequencies of the register; without them those of the model
 * @example scorePerson(query, candidate, model).rows.length // a row for everything known on both sides
 */
export function scorePerson(
  query: PersonFacts,
  candidate: PersonFacts,
  model: Model,
  frequencies: Frequencies = model.frequencies,
): Score {
  const names = bestNameRows(query.names, candidate.names, 'name', model, frequencies)
  const fathers = bestNameRows(query.fathers, candidate.fathers, 'father', model, frequencies)
  const rows = [...names, ...withoutTwice(names, fathers), ...factRows(query, candidate, model)]
  const vetoes = vetoesOf(query, candidate)
  const milli_bits = sumOf(rows)
  return {
    ...{ milli_bits, bits: milli_bits / 1000, rows, vetoes },
    verdict: verdictOf(rows, vetoes),
    what_would_change: whatWouldChange(query, candidate, model, frequencies),
  }
}
