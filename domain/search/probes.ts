// What a question asks the index for: the keys of pairs.ts, those that tell most first, each with what it shows.
import type { Birth, Field, PersonFacts, RowCode } from '../matching/evidence.ts'
import type { Model } from '../matching/weights.ts'
import type { Frequencies } from '../names/frequencies.ts'
import { cutKeys, joinedParts, keyedParts, keysOf } from '../names/name-keys.ts'
import type { NamePart, ParsedName } from '../names/parsed-name.ts'
import { CLANS, isTitle } from '../names/vocabulary.ts'
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

/** A fact of the question: a part of a name, the year, the district. */
type Fact = { readonly bit: number }
type Key = { readonly key: string; readonly facts: readonly Fact[] }

/** Parts of a name that are asked for; further ones are left to the comparison. */
const MOST_PARTS = 8
const MOST_PROBES = 72
const YEARS_OFF = 2
const AGE_YEARS_OFF = 3
/** Muhammad alone says next to nothing. */
const OF_MUHAMMAD = 500

/** Facts are numbered as they come, with what each is worth. */
function newFacts(scale: Scale) {
  const worth: number[] = []
  const add = (milli_bits: number): Fact => {
    worth.push(Math.max(1, Math.round(milli_bits)))
    return { bit: 1 << (worth.length - 1) }
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
  const known = new Map<string, readonly Fact[]>()
  const called = names.flatMap((name) => [name, ...name.aliases])
  const room = () => new Set([...known.values()].flat()).size < MOST_PARTS
  if (called.some(isMuhammadAlone)) known.set(MUHAMMAD_ALONE, [facts.muhammad()])
  const halved: { cuts: string[][]; facts: readonly Fact[] }[] = []
  for (const { part, keys } of called.flatMap(keyedParts)) {
    const same = keys.map((key) => known.get(key)).find((of) => of !== undefined)
    if (!same && !room()) continue
    const cuts = cutsOf(part, scale)
    // Where a blank may be missing both halves are facts of their own, and the whole shows both.
    const shares = cuts.length > 0 ? [0.5, 0.5] : [1]
    const own = same ?? shares.map((share) => facts.part(field, part.common_key, share))
    for (const key of keys) if (!known.has(key)) known.set(key, own)
    halved.push({ cuts, facts: own })
  }
  for (const { cuts, facts: of } of halved)
    for (const cut of cuts)
      for (const [at, half] of cut.entries()) {
        const fact = of[at]
        if (fact && !known.has(half)) known.set(half, [fact])
      }
  return [...known].map(([key, of]) => ({ key, facts: of }))
}

/** Neighbouring parts as one word, where that is no key of its own: it shows what both show. */
function joinedAsked(names: readonly ParsedName[], own: readonly Key[]): Key[] {
  const shown = new Map(own.map(({ key, facts }) => [key, facts]))
  const joined = new Map<string, readonly Fact[]>()
  for (const { parts, keys } of names.flatMap(joinedParts)) {
    const facts = new Set(parts.flatMap(keysOf).flatMap((key) => shown.get(key) ?? []))
    for (const key of keys) if (!shown.has(key)) joined.set(key, [...facts])
  }
  return [...joined].map(([key, facts]) => ({ key, facts }))
}

/** Years that are asked for, the likeliest first. */
function yearsAsked(birth: Birth): number[] {
  const year = yearOf(birth)
  const off = birth.kind === 'age' ? AGE_YEARS_OFF : YEARS_OFF
  const apart = Array.from({ length: off }, (_, at) => at + 1)
  return [year, ...apart.flatMap((years) => [year - years, year + years])]
}

/** Muhammad alone, an initial or a title finds nobody by itself. */
const isTelling = (name: ParsedName): boolean =>
  name.parts.some(
    ({ kind, text }) => kind !== 'initial' && !isTitle(text) && !(kind === 'part' && CLANS.has(text)),
  ) || name.aliases.some(isTelling)

type Asking = { readonly keys: string; readonly facts: readonly Fact[] }
type Weighed = Probe & { readonly worth: number }
type Place = (asking: Asking) => Asking[]

/** The same keys with each year and with the district that are asked for. */
function placing({ birth, district_id }: PersonFacts, facts: Facts): Place {
  const born = birth && { ...facts.birth(), years: yearsAsked(birth) }
  const lives = district_id === null ? null : { district_id, fact: facts.district() }
  const is_age = birth?.kind === 'age'
  return ({ keys, facts: shown }) => [
    ...(born?.years ?? []).map((year, at) => ({
      keys: withYear(keys, year),
      facts:
        born && (at === 0 || is_age)
          ? [...shown, born.near, born.same]
          : [...shown, ...(born ? [born.near] : [])],
    })),
    ...(lives ? [{ keys: withDistrict(keys, lives.district_id), facts: [...shown, lives.fact] }] : []),
  ]
}

const areApart = (one: Key, other: Key) => one.facts.every((fact) => !other.facts.includes(fact))
const join = (...all: readonly Key[]): Asking => ({
  keys: together(...all.map(({ key }) => key)),
  facts: all.flatMap(({ facts }) => facts),
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

/** Every one and every two of the facts that may be wrong, and none, as bits. */
function faults(facts: number): number[] {
  const bits = Array.from({ length: facts }, (_, at) => 1 << at)
  return [0, ...bits, ...twoOf(bits).map(([one, other]) => one | other)]
}

/**
 * The probes that tell most if all is right, if any one fact is wrong, and if any two are, in turn: else one rare word,
 * misspelt, would fill every place with keys that nobody holds.
 */
function likeliest(all: readonly Weighed[], facts: number): Weighed[] {
  const sorted = [...all].sort((one, other) => other.worth - one.worth)
  const turns = faults(facts).map((wrong) => sorted.filter(({ shows }) => (shows & wrong) === 0).values())
  const chosen = new Set<Weighed>()
  for (let is_over = false; !is_over && chosen.size < MOST_PROBES; ) {
    is_over = true
    for (const turn of turns) {
      const next = turn.find((probe) => !chosen.has(probe))
      if (!next) continue
      is_over = false
      if (chosen.size < MOST_PROBES) chosen.add(next)
    }
  }
  return sorted.filter((probe) => chosen.has(probe))
}

/**
 * The keys that a question asks for, at most 72, those that tell most first, and what each fact is worth.
 * @example probesOf({ ...NOTHING_KNOWN, names: [parseName('Aslam')] }, scale).probes[0]?.pair // 'ASLM|'
 */
export function probesOf(asked: PersonFacts, scale: Scale): Probes {
  const facts = newFacts(scale)
  const own = keysAsked(asked.names, 'name', facts, scale)
  const fathers = keysAsked(fathersOf(asked.fathers, asked.names), 'father', facts, scale)
  const place = placing(asked, facts)
  const joined = joinedAsked(asked.names, own)
  const alone = (one: Key): Asking => ({ keys: one.key, facts: one.facts })
  const { pairs, threes } = pairsAsked(own, fathers, place)
  const all: Asking[] = [
    ...pairs,
    ...threes,
    ...joined.flatMap((one) => fathers.map((father) => join(one, father))),
    ...[...own, ...joined].map((one) => ({ ...alone(one), keys: single(one.key) })),
    ...[...own, ...joined].flatMap((one) => place(alone(one))),
    ...(asked.names.some(isTelling) ? [] : fathers.flatMap((father) => place(alone(father)))),
  ]
  const { worth } = facts
  const worthOf = (shows: number) => worth.reduce((sum, one, at) => ((shows >> at) & 1 ? sum + one : sum), 0)
  const shown = new Map<string, number>()
  for (const { keys, facts: of } of all) {
    const shows = of.reduce((bits, { bit }) => bits | bit, 0)
    const before = shown.get(keys)
    // Ahmed Ali, or Ahmed s/o Ali: a key that says either shows what is worth less.
    if (before === undefined || worthOf(shows) < worthOf(before)) shown.set(keys, shows)
  }
  const weighed = [...shown].map(([pair, shows]) => ({ pair, shows, worth: worthOf(shows) }))
  const probes = likeliest(weighed, worth.length).map(({ pair, shows }) => ({ pair, shows }))
  return { probes, worth }
}
