// The one table of weights: counts of pairs known to be one person, and of pairs taken at random, and the bits they give.
import { type Frequencies, frequenciesOf, type Shares } from '../names/frequencies.ts'
import type { Field, RowCode } from './evidence.ts'

/** How often a class of evidence was seen among pairs of one person, and among random pairs. */
export interface Seen {
  readonly same: number
  readonly random: number
}

/** The classes that are alternatives of each other: a comparison falls into exactly one of them. */
export const CLASSES = {
  part: ['part_same', 'part_close', 'part_near', 'part_resembles', 'part_differs'],
  rest: ['part_missing', 'part_matched'],
  clan: ['clan_same', 'clan_missing', 'clan_differs'],
  initial: ['initial_fits', 'initial_differs'],
  order: ['order_kept', 'order_swapped'],
  sex: ['sex_same', 'sex_differs'],
  birth_day: [
    ...['birth_day_same', 'birth_day_slip', 'birth_day_year'],
    ...['birth_day_near', 'birth_day_off', 'birth_day_apart'],
  ],
  birth_year: ['birth_year_same', 'birth_year_near', 'birth_year_off', 'birth_year_apart'],
  birth_age: ['birth_age_fits', 'birth_age_near', 'birth_age_off', 'birth_age_apart'],
  cnic: [
    ...[
      'cnic_same',
      'cnic_one_digit',
      'cnic_swapped',
      'cnic_digit_missing',
      'cnic_two_digits',
      'cnic_differs',
    ],
  ],
  district: ['district_same', 'district_differs'],
} as const
export type ClassName = (typeof CLASSES)[keyof typeof CLASSES][number]

/** The model as it is kept: counts, not weights, so that anybody can work the weights out again. */
export interface ModelFile {
  readonly made_on: string
  readonly learnt_from: string
  readonly linked_pairs: number
  readonly random_pairs: number
  readonly name: Readonly<Record<string, Seen>>
  readonly father: Readonly<Record<string, Seen>>
  readonly facts: Readonly<Record<string, Seen>>
  readonly frequencies: Shares
}

export interface Model {
  readonly made_on: string
  /** Thousandths of a bit that a class of evidence of a field weighs. */
  readonly weigh: (field: Field, code: ClassName | RowCode) => number
  readonly frequencies: Frequencies
}

/** No class is certain: as if each had been seen this often more than it was. */
const UNSEEN = 0.5
/** No single row decides alone but a number that is the same. */
const MOST_MILLI_BITS = 10_000
const MOST_FOR_NUMBER = 24_000

type Pool = { readonly names: readonly string[]; readonly same: number; readonly random: number }

const poolOf = (table: Readonly<Record<string, Seen>>, name: string): Pool => ({
  names: [name],
  same: (table[name]?.same ?? 0) + UNSEEN,
  random: (table[name]?.random ?? 0) + UNSEEN,
})

const joinPools = (one: Pool, other: Pool): Pool => ({
  names: [...one.names, ...other.names],
  same: one.same + other.same,
  random: one.random + other.random,
})

/** Parts less alike never weigh more: neighbours that would are counted together. */
function pooled(pools: readonly Pool[]): Pool[] {
  const done: Pool[] = []
  for (const next of pools) {
    let pool = next
    for (
      let last = done.at(-1);
      last && pool.same * last.random > last.same * pool.random;
      last = done.at(-1)
    ) {
      pool = joinPools(last, pool)
      done.pop()
    }
    done.push(pool)
  }
  return done
}

function bitsOf(table: Readonly<Record<string, Seen>>): Map<string, number> {
  const bits = new Map<string, number>()
  for (const [group, classes] of Object.entries(CLASSES)) {
    const each = classes.map((name) => poolOf(table, name))
    const all = each.reduce(joinPools)
    if (all.same === UNSEEN * each.length) continue
    for (const { names, same, random } of group === 'part' ? pooled(each) : each) {
      const milli_bits = Math.round(1000 * Math.log2(same / all.same / (random / all.random)))
      const most = group === 'cnic' ? MOST_FOR_NUMBER : MOST_MILLI_BITS
      for (const name of names) bits.set(name, Math.max(-most, Math.min(most, milli_bits)))
    }
  }
  return bits
}

/**
 * A model ready to weigh, from its file: log2 of how much oftener a class is seen among pairs of one person.
 * @example modelOf(file).weigh('name', 'part_differs') // below 0
 */
export function modelOf(file: ModelFile): Model {
  const tables = { name: bitsOf(file.name), father: bitsOf(file.father), facts: bitsOf(file.facts) }
  const tableOf = (field: Field) => (field === 'name' || field === 'father' ? tables[field] : tables.facts)
  return {
    made_on: file.made_on,
    weigh: (field, code) => tableOf(field).get(code) ?? 0,
    frequencies: frequenciesOf(file.frequencies),
  }
}
