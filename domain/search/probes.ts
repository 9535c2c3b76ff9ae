// What a question asks the index for: the keys of pairs.ts, those that tell most first, each with what it shows.
import type { Birth, Field, PersonFacts, RowCode } from '../matching/evidence.ts'
import type { Model } from '../matching/weights.ts'
import type { Frequencies } from '../names/frequencies.ts'
import { cutKeys, joinedParts, keyedParts, keysOf } from '../names/name-keys.ts'
import type { NamePart, ParsedName } from '../names/parsed-name.ts'
import { yearOf } from './match-card.ts'
import {
  fathersOf,
  isMuhammadAlone,
  MUHAMMAD_ALONE,
  single,
  together,
  twoOf,
  withDistrict,
  withYear,
} from './pairs.ts'

export interface Probe {
  readonly pair: string
  /** The facts that whoever holds the key is known to share, a bit each. */
  readonly shows: number
}

export interface Probes {
  readonly probes: readonly Probe[]
  /** What each fact is worth, in thousandths of a bit, the first bit's first. */
  readonly worth: readonly number[]
}

type Scale = { readonly model: Model; readonly frequencies: Frequencies }

/** A key of one name; `shows`: the facts that its holder shares, a bit each (a part of a name, the year, the district). */
type Key = { readonly key: string; readonly shows: number }

/**
 * Facts of a name that are asked for; further parts are left to the comparison. A last word that may be two gives one
 * more, so that with the father's name, a birth and a district there are 21 at most, and a fact is a bit of an integer.
 */
const MOST_PARTS = 8
const MOST_PROBES = 72
const YEARS_OFF = 2
const AGE_YEARS_OFF = 3
/** Of a fact, what it is worth if the word was misspelt. */
const IF_MISSPELT = 0.75
/** Muhammad alone says next to nothing. */
const OF_MUHAMMAD = 500

/** Facts are numbered as they come, with what each is worth. */
function newFacts(scale: Scale) {
  const worth: number[] = []
  const add = (milli_bits: number): number => {
    worth.push(Math.max(1, Math.round(milli_bits)))
    return 1 << (worth.length - 1)
  }
  const { model, frequencies } = scale
  const between = (field: Field, agrees: RowCode, differs: RowCode) =>
    model.weigh(field, agrees) - model.weigh(field, differs)
  return {
    worth,
    /** A part of a name: what it weighs when it agrees, over what it weighs when it does not. */
    part(field: 'name' | 'father', common_key: string, share: number) {
      const rarity = 1000 * Math.log2(frequencies.typical / frequencies.perMillion(common_key))
      return add((between(field, 'part_same', 'part_differs') + rarity) * share)
    },
    muhammad: () => add(OF_MUHAMMAD),
    birth: () => ({
      near: add(between('birth', 'birth_year_near', 'birth_year_apart')),
      same: add(between('birth', 'birth_year_same', 'birth_year_near')),
    }),
    district: () => add(between('district', 'district_same', 'district_differs')),
  }
}
type Facts = ReturnType<typeof newFacts>

/** The ways in which a word may be cut in two, each as the keys of both halves. */
const cutsOf = (part: NamePart, { frequencies }: Scale) =>
  part.core ? [] : cutKeys(part.letters.text, frequencies.perMillion)

/** The keys of the names asked for; spellings of one part are one fact, and so are its readings. */
function keysAsked(
  names: readonly ParsedName[],
  field: 'name' | 'father',
  facts: Facts,
  scale: Scale,
): Key[] {
  const known = new Map<string, number>()
  const called = names.flatMap((name) => [name, ...name.aliases])
  const before = facts.worth.length
  const room = () => facts.worth.length - before < MOST_PARTS
  if (called.some(isMuhammadAlone)) known.set(MUHAMMAD_ALONE, facts.muhammad())
  const halved: { cuts: string[][]; halves: readonly number[] }[] = []
  for (const { part, keys } of called.flatMap(keyedParts)) {
    const same = keys.map((key) => known.get(key)).find((shows) => shows !== undefined)
    // A word of another script has no key: no fact of it could be found.
    if (keys.length === 0 || (same === undefined && !room())) continue
    const cuts = cutsOf(part, scale)
    const near = cuts.length > 0 ? [] : scale.frequencies.nearKeys(keys)
    // Where a blank may be missing both halves are facts of their own, and the whole shows both. What the word may be a
    // misspelling of shows the greater part of the fact: who bears the word itself comes first.
    const shares = cuts.length > 0 ? [0.5, 0.5] : near.length > 0 ? [IF_MISSPELT, 1 - IF_MISSPELT] : [1]
    const halves =
      same === undefined ? shares.map((share) => facts.part(field, part.common_key, share)) : bitsOf(same)
    for (const key of keys) if (!known.has(key)) known.set(key, bothOf(halves))
    for (const key of near) if (!known.has(key)) known.set(key, halves[0] ?? 0)
    halved.push({ cuts, halves })
  }
  for (const { cuts, halves } of halved)
    for (const cut of cuts)
      for (const [at, key] of cut.entries()) {
        const half = halves[at]
        if (half !== undefined && !known.has(key)) known.set(key, half)
      }
  return [...known].map(([key, shows]) => ({ key, shows }))
}

const bothOf = (facts: readonly number[]) => facts.reduce((shows, fact) => shows | fact, 0)
/** Each fact that is shown, the first bit first. */
const bitsOf = (shows: number) =>
  Array.from({ length: 32 - Math.clz32(shows) }, (_, at) => shows & (1 << at)).filter((bit) => bit !== 0)

/** Neighbouring parts as one word, where that is no key of its own: it shows what both show. */
function joinedAsked(
  names: readonly ParsedName[],
  own: readonly Key[],
  mayBeOne: (parts: readonly NamePart[]) => boolean = () => true,
): Key[] {
  const shown = new Map(own.map(({ key, shows }) => [key, shows]))
  const joined = new Map<string, number>()
  for (const { parts, keys } of names.flatMap(joinedParts).filter((one) => mayBeOne(one.parts))) {
    const shows = bothOf(parts.flatMap(keysOf).map((key) => shown.get(key) ?? 0))
    // Of words that are not asked for nothing would be shown.
    for (const key of keys) if (shows !== 0 && !shown.has(key)) joined.set(key, shows)
  }
  return [...joined].map(([key, shows]) => ({ key, shows }))
}

/** Years that are asked for, the likeliest first. */
function yearsAsked(birth: Birth): number[] {
  const year = yearOf(birth)
  const off = birth.kind === 'age' ? AGE_YEARS_OFF : YEARS_OFF
  const apart = Array.from({ length: off }, (_, at) => at + 1)
  return [year, ...apart.flatMap((years) => [year - years, year + years])]
}

type Asking = { readonly keys: string; readonly shows: number }
type Weighed = Probe & { readonly worth: number }
type Place = (asking: Asking) => Asking[]

/** The same keys with each year and with the district that are asked for. */
function placing({ birth, district_id }: PersonFacts, facts: Facts): Place {
  const born = birth && { ...facts.birth(), years: yearsAsked(birth) }
  const lives = district_id === null ? null : { district_id, fact: facts.district() }
  const is_age = birth?.kind === 'age'
  const showing = (at: number) => (born ? born.near | (at === 0 || is_age ? born.same : 0) : 0)
  const years = (born?.years ?? []).map((year, at) => ({ year, fact: showing(at) }))
  return ({ keys, shows }) => [
    ...years.map(({ year, fact }) => ({ keys: withYear(keys, year), shows: shows | fact })),
    ...(lives ? [{ keys: withDistrict(keys, lives.district_id), shows: shows | lives.fact }] : []),
  ]
}

const areApart = (one: Key, other: Key) => (one.shows & other.shows) === 0
const join = (...all: readonly Key[]): Asking => ({
  keys: together(...all.map(({ key }) => key)),
  shows: bothOf(all.map(({ shows }) => shows)),
})
/** Two names, and each with a third fact: what many hold is kept with one alone. */
function pairsAsked(own: readonly Key[], fathers: readonly Key[], place: Place) {
  const own_pairs = twoOf(own).filter((two) => areApart(...two))
  const father_pairs = twoOf(fathers).filter((two) => areApart(...two))
  const pairs = [
    ...own.flatMap((one) => fathers.map((other) => join(one, other))),
    ...[...own_pairs, ...father_pairs].map((two) => join(...two)),
  ]
  const threes = [
    ...own_pairs.flatMap((two) => fathers.map((father) => join(...two, father))),
    ...father_pairs.flatMap((two) => own.map((one) => join(...two, one))),
  ]
  return { pairs, threes: [...pairs.flatMap(place), ...threes] }
}

/** None of the facts, every one of them and every two, as bits: what may be wrong of a question. */
function faults(facts: number): number[] {
  const bits = Array.from({ length: facts }, (_, at) => 1 << at)
  return [0, ...bits, ...twoOf(bits).map(([one, other]) => one | other)]
}

/**
 * The probes that tell most if all is right, if any one fact is wrong, and if any two are, in turn: else one rare word,
 * misspelt, would fill every place with keys that nobody holds. Of more than 11 facts not every two get their turn.
 */
function likeliest(all: readonly Weighed[], facts: number): Weighed[] {
  const sorted = [...all].sort((one, other) => other.worth - one.worth)
  const chosen = new Set<Weighed>()
  function* without(wrong: number): Generator<Weighed, undefined> {
    for (const probe of sorted) if ((probe.shows & wrong) === 0 && !chosen.has(probe)) yield probe
  }
  const turns = faults(facts).map(without)
  for (let is_over = false; !is_over; ) {
    is_over = true
    for (const turn of turns) {
      const next = chosen.size < MOST_PROBES ? turn.next().value : undefined
      if (!next) continue
      is_over = false
      chosen.add(next)
    }
  }
  return sorted.filter((probe) => chosen.has(probe))
}

/** What a set of facts is worth; each set is summed once. */
function worthOfSets(worth: readonly number[]) {
  const known = new Map<number, number>()
  return (shows: number): number => {
    const before = known.get(shows)
    if (before !== undefined) return before
    const sum = worth.reduce((all, one, at) => ((shows >> at) & 1 ? all + one : all), 0)
    known.set(shows, sum)
    return sum
  }
}

/**
 * The keys that a question asks for, at most 72, those that tell most first, and what each fact is worth.
 * @example probesOf({ ...NOTHING_KNOWN, names: [parseName('Aslam')] }, scale).probes[0]?.pair // 'ASLM|'
 */
export function probesOf(asked: PersonFacts, scale: Scale): Probes {
  const facts = newFacts(scale)
  const own = keysAsked(asked.names, 'name', facts, scale)
  const fathers_named = fathersOf(asked.fathers, asked.names)
  const fathers = keysAsked(fathers_named, 'father', facts, scale)
  const place = placing(asked, facts)
  const joined = joinedAsked(asked.names, own)
  const isUnborne = ({ common_key }: NamePart) => !scale.frequencies.isBorne(common_key)
  // Son of Ars Lan: nobody bears such halves.
  const joined_fathers = joinedAsked(fathers_named, fathers, (parts) => parts.some(isUnborne))
  const alone = (one: Key): Asking => ({ keys: one.key, shows: one.shows })
  const { pairs, threes } = pairsAsked(own, fathers, place)
  const all: Asking[] = [
    ...pairs,
    ...threes,
    ...joined.flatMap((one) => fathers.map((father) => join(one, father))),
    ...joined_fathers.flatMap((father) => own.map((one) => join(one, father))),
    ...[...own, ...joined].map((one) => ({ ...alone(one), keys: single(one.key) })),
    ...[...own, ...joined].flatMap((one) => place(alone(one))),
    ...fathers.flatMap((father) => place(alone(father))),
  ]
  const { worth } = facts
  const worthOf = worthOfSets(worth)
  const shown = new Map<string, number>()
  for (const { keys, shows } of all) {
    const before = shown.get(keys)
    // Ahmed Ali, or Ahmed s/o Ali: a key that says either shows what is worth less.
    if (before === undefined || worthOf(shows) < worthOf(before)) shown.set(keys, shows)
  }
  const weighed = [...shown].map(([pair, shows]) => ({ pair, shows, worth: worthOf(shows) }))
  const probes = likeliest(weighed, worth.length).map(({ pair, shows }) => ({ pair, shows }))
  return { probes, worth }
}
