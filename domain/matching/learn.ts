// Counting evidence: how often each class is seen among pairs known to be one person, and among random pairs.
import { type Shares, sharesOf } from '../names/frequencies.ts'
import { parseName } from '../names/parse.ts'
import type { ParsedName } from '../names/parsed-name.ts'
import { nameRows } from './compare-names.ts'
import { compareBirths } from './dates.ts'
import { type Birth, CONTRADICTS, type Field, type PersonFacts } from './evidence.ts'
import { factRows } from './score.ts'
import { CLASSES, modelOf, type Seen } from './weights.ts'

/** Two records of one register. */
export type Pair = readonly [PersonFacts, PersonFacts]

type Counts = Map<string, { same: number; random: number }>
type Side = 'same' | 'random'

const NO_SHARES: Shares = { rarest_per_million: 1, typical_per_million: 1, per_million: {} }
/** Classes are found by distance alone: the weights that are being learnt play no part. */
const UNWEIGHED = modelOf({
  ...{ made_on: '', learnt_from: '', linked_pairs: 0, random_pairs: 0 },
  ...{ name: {}, father: {}, facts: {}, frequencies: NO_SHARES },
})

function count(counts: Counts, code: string, side: Side) {
  const seen = counts.get(code) ?? { same: 0, random: 0 }
  seen[side] += 1
  counts.set(code, seen)
}

const MATCHED: ReadonlySet<string> = new Set<string>(CLASSES.part)

/**
 * A part that is left out tells something only beside parts that fit: of two strangers the parts differ, and of those
 * who share a name nearly everybody has another one beside it. So what is left out is counted there alone.
 */
function countNames(counts: Counts, a: ParsedName, b: ParsedName, field: Field, side: Side) {
  const codes = nameRows(a, b, field, UNWEIGHED, UNWEIGHED.frequencies).map(({ code }) => code)
  const is_fitting = codes.some((code) => MATCHED.has(code)) && !codes.some((code) => CONTRADICTS.has(code))
  for (const code of codes) {
    if (code !== 'part_missing' || is_fitting) count(counts, code, side)
    if (is_fitting && MATCHED.has(code)) count(counts, 'part_matched', side)
  }
}

/** The first part as its first letter: the inventor abbreviates nobody, and records do. */
function countInitials(counts: Counts, a: ParsedName, b: ParsedName, field: Field, side: Side) {
  const [first] = a.parts
  if (first?.kind !== 'part' || b.parts.length === 0) return
  const short = parseName(`x ${[...first.text][0] ?? ''}`).parts.filter(({ kind }) => kind === 'initial')
  const abbreviated = { ...a, parts: [...short.slice(-1), ...a.parts.slice(1)] }
  for (const { code } of nameRows(abbreviated, b, field, UNWEIGHED, UNWEIGHED.frequencies))
    if (code.startsWith('initial_')) count(counts, code, side)
}

/** A day of birth as a year: what a record gives that knows no more. */
const asYear = (birth: Birth | null): Birth | null =>
  birth?.kind === 'day' ? { kind: 'year', year: Number(birth.on.slice(0, 4)) } : null

function countYears(counts: Counts, [a, b]: Pair, side: Side) {
  const [one, other] = [asYear(a.birth), asYear(b.birth)]
  if (one && other) count(counts, compareBirths(one, other), side)
}

/** Each spelling of one record beside each of the other: both scripts, and across them. */
function countAllNames(
  counts: Counts,
  a: readonly ParsedName[],
  b: readonly ParsedName[],
  field: Field,
  side: Side,
) {
  for (const one of a)
    for (const other of b) {
      countNames(counts, one, other, field, side)
      countInitials(counts, one, other, field, side)
    }
}

const tableOf = (counts: Counts): Record<string, Seen> =>
  Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)))

function withOnly(counts: Counts): Counts {
  const known = new Set<string>(Object.values(CLASSES).flat())
  return new Map([...counts].filter(([code]) => known.has(code)))
}

/**
 * Classes of evidence counted over pairs.
 * @param linked pairs whose CNIC is the same: they teach everything but the CNIC's own slips
 * @param linked_otherwise pairs with one name, father, birth and district: they teach those
 */
export function countEvidence(
  linked: Iterable<Pair>,
  linked_otherwise: Iterable<Pair>,
  random: Iterable<Pair>,
) {
  const counts = { name: new Map(), father: new Map(), facts: new Map() } satisfies Record<string, Counts>
  const pairs = { same: 0, random: 0 }
  for (const [side, all] of [
    ['same', linked],
    ['random', random],
  ] as const)
    for (const [a, b] of all) {
      pairs[side] += 1
      countAllNames(counts.name, a.names, b.names, 'name', side)
      countAllNames(counts.father, a.fathers, b.fathers, 'father', side)
      countYears(counts.facts, [a, b], side)
      for (const { code, field } of factRows(a, b, UNWEIGHED))
        if (side === 'random' || field !== 'cnic') count(counts.facts, code, side)
    }
  for (const [a, b] of linked_otherwise)
    for (const { code, field } of factRows(a, b, UNWEIGHED))
      if (field === 'cnic') count(counts.facts, code, 'same')
  return {
    linked_pairs: pairs.same,
    random_pairs: pairs.random,
    name: tableOf(withOnly(counts.name)),
    father: tableOf(withOnly(counts.father)),
    facts: tableOf(withOnly(counts.facts)),
  }
}

/** Shares of the parts of own and fathers' names, each person counted once for a part. */
export function countShares(
  people: Iterable<PersonFacts>,
  people_count: number,
  rarest_per_million: number,
): Shares {
  const counts = new Map<string, number>()
  for (const { names, fathers } of people) {
    const keys = new Set(
      [...names, ...fathers].flatMap(({ parts }) => parts.map(({ common_key }) => common_key)),
    )
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return sharesOf(counts, people_count, rarest_per_million)
}
