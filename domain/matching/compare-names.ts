// Two names laid beside each other, part by part, as rows of evidence.
import { distanceOf } from '../names/align.ts'
import type { Frequencies } from '../names/frequencies.ts'
import type { NamePart, ParsedName } from '../names/parsed-name.ts'
import { lettersOf, SIGNS } from '../names/signs.ts'
import { CLANS, STYLES } from '../names/vocabulary.ts'
import type { Field, Row } from './evidence.ts'
import { type Pairing, pairParts, partDistance, UNRELATED } from './pairing.ts'
import { type MakeRow, rowMaker, sumOf } from './rows.ts'
import { besideMuhammad, flagRows, titleRows } from './titles.ts'
import type { Model } from './weights.ts'

/** Up to which distance a pair of parts falls into a class, in thousandths; found on pairs of real spellings. */
const LEVELS = [
  [35, 'part_same'],
  [70, 'part_close'],
  [110, 'part_near'],
  [UNRELATED, 'part_resembles'],
] as const

/** Up to here a word may be a title that the other name has. */
const TITLE_ALIKE = 110

export const levelOf = (distance: number) => LEVELS.find(([most]) => distance < most)?.[1] ?? 'part_differs'

export interface Compared {
  readonly milli_bits: number
  readonly rows: readonly Row[]
}

type Side = { readonly name: ParsedName; readonly left: readonly NamePart[] }

/**
 * A common part says less, and a rare one more, than the same class says of all parts together. How rare a part is says
 * nothing for one that is only near to it: many names are.
 */
function commonness(row: Row, a: NamePart, b: NamePart, frequencies: Frequencies): Row {
  const per_million = Math.max(frequencies.perMillion(a.common_key), frequencies.perMillion(b.common_key))
  const bits = Math.round(1000 * Math.log2(frequencies.typical / per_million))
  const milli_bits = row.code === 'part_near' ? Math.min(0, bits) : bits
  const [query, candidate] = [a.text, b.text]
  return { field: row.field, code: 'part_commonness', milli_bits, query, candidate, per_million }
}

/** Of a title with its part beside one word: how common the part is, which stands on one side alone. */
function titledCommonness(titled: 'a' | 'b', of_parts: Row): Row {
  return titled === 'a' ? { ...of_parts, candidate: null } : { ...of_parts, query: null }
}

/** Parts as they stand, with the title that is read with them. */
const textOf = ({ parts, title }: ParsedName, pair: Pairing, side: 'a' | 'b') =>
  [...(pair.titled === side ? [title] : []), ...pair[side].map((one) => parts[one]?.text)].join(' ')

function pairRows(
  a: ParsedName,
  b: ParsedName,
  pair: Pairing,
  make: MakeRow,
  frequencies: Frequencies,
): Row[] {
  const [one, other] = [a.parts[pair.a[0] ?? 0], b.parts[pair.b[0] ?? 0]]
  if (!one || !other) return []
  if (one.kind === 'clan' && other.kind === 'clan') return [make('clan_same', one.text, other.text)]
  const level = levelOf(pair.distance)
  const row = make(level, textOf(a, pair, 'a'), textOf(b, pair, 'b'))
  if (level === 'part_resembles') return [row]
  // Two words for one are counted as the one they make.
  const joined = pair.a.length === pair.b.length ? null : pair.a.length > pair.b.length ? other : one
  const common = commonness(row, joined ?? one, joined ?? other, frequencies)
  return [row, pair.titled ? titledCommonness(pair.titled, common) : common]
}

function startsAlike(initial: Pick<NamePart, 'letters'>, part: Pick<NamePart, 'letters'>): boolean {
  const [one, other] = [SIGNS[initial.letters.ones[0] ?? -1], SIGNS[part.letters.ones[0] ?? -1]]
  if (!one || !other) return false
  if (one.script === other.script) return one.letters.slice(0, 1) === other.letters.slice(0, 1)
  return one.readings.some(([sound]) => other.readings.some(([heard]) => heard === sound))
}

/** As Pashto says Syed: a flag beside a name that has one, and Saeed elsewhere. */
const PASHTO_SYED = 'said'

/** An S for Syed and an M for Muhammad, where the other name writes them out: flags, and no parts. */
const isFlag = (part: NamePart, other: ParsedName) =>
  part.kind === 'initial'
    ? (part.text === 's' && other.is_syed) || (part.text === 'm' && other.muhammad !== 'none')
    : part.text === PASHTO_SYED && other.is_syed

/** A. R. for Abdul Rehman: the second letter stands for the second word of a compound. */
function withoutSecondLetters(initials: readonly NamePart[], fitted: readonly NamePart[]): NamePart[] {
  let cores = fitted.flatMap(({ core, attribute, text, letters }) => {
    const second =
      text.indexOf(' ') < 0 ? null : text.startsWith('abd') || text.startsWith('عبد') ? core : attribute
    return second ? [{ letters: second, whole: letters }] : []
  })
  return initials.filter((initial) => {
    const found =
      initial.kind === 'initial' ? cores.find(({ letters }) => startsAlike(initial, { letters })) : undefined
    cores = cores.filter((core) => core !== found)
    return !found
  })
}

/** Initials beside parts left over: each takes the first it fits. */
function initialRows(a: Side, b: Side, make: MakeRow): { rows: Row[]; a: NamePart[]; b: NamePart[] } {
  const rows: Row[] = []
  const fitted: NamePart[] = []
  let left_a = a.left.filter((part) => !isFlag(part, b.name))
  let left_b = b.left.filter((part) => !isFlag(part, a.name))
  for (const one of left_a)
    for (const other of left_b) {
      if (!left_a.includes(one) || (one.kind !== 'initial' && other.kind !== 'initial')) continue
      if (!startsAlike(one, other)) continue
      rows.push(make('initial_fits', one.text, other.text))
      left_a = left_a.filter((part) => part !== one)
      left_b = left_b.filter((part) => part !== other)
      fitted.push(one, other)
      break
    }
  return { rows, a: withoutSecondLetters(left_a, fitted), b: withoutSecondLetters(left_b, fitted) }
}

const isFather = (part: NamePart, name: ParsedName) =>
  part.kind === 'part' &&
  (name.father?.parts.some((other) => other.kind === 'part' && partDistance(part, other) < LEVELS[1][0]) ??
    false)

/** A part of one name alone: it may have been left out, or be the father's name. */
function loneRow(part: NamePart, other: ParsedName, is_query: boolean, make: MakeRow): Row {
  if (part.kind === 'clan') {
    const clan = CLANS.get(part.text) ?? part.text
    if (other.styles.includes(clan))
      return is_query ? make('clan_same', part.text, clan) : make('clan_same', clan, part.text)
    return is_query ? make('clan_missing', part.text, null) : make('clan_missing', null, part.text)
  }
  const code = isFather(part, other) ? 'part_is_father' : 'part_missing'
  return is_query ? make(code, part.text, null) : make(code, null, part.text)
}

function differRow(one: NamePart, other: NamePart, make: MakeRow): Row {
  const kinds = [one.kind, other.kind]
  const code = kinds.includes('initial')
    ? 'initial_differs'
    : kinds.every((kind) => kind === 'clan')
      ? 'clan_differs'
      : 'part_differs'
  return make(code, one.text, other.text)
}

/** A title that is all there is to one name, and stands beside the other: Peer Muhammad, Pir Muhammad Baloch. */
const isTitleOf = (part: NamePart, name: ParsedName, other: ParsedName) =>
  part.kind === 'part' &&
  titleAs(part, other) !== undefined &&
  (name.muhammad === 'none' || other.muhammad !== 'none')

/** The title that a part is, as the other name writes it. */
const titleAs = ({ text }: NamePart, { styles, written_styles }: ParsedName): string | undefined =>
  written_styles[styles.indexOf(STYLES.get(text) ?? CLANS.get(text) ?? '')]

/** A part that is spelt like the other name's title may be that title: Hafeez Ali, Hafiz Ali. */
const mayBeTitle = (part: NamePart, { title }: ParsedName) =>
  title !== null && part.kind === 'part' && distanceOf(part.letters, lettersOf(title)) < TITLE_ALIKE

function leftRows(one: Side, other: Side, make: MakeRow): Row[] {
  const [titles_a, rest_a] = split(one.left, (part) => isTitleOf(part, one.name, other.name))
  const [titles_b, rest_b] = split(other.left, (part) => isTitleOf(part, other.name, one.name))
  const [alike_a, own_a] = split(rest_a, (part) => mayBeTitle(part, other.name))
  const [alike_b, own_b] = split(rest_b, (part) => mayBeTitle(part, one.name))
  const [a, b] = [
    { name: one.name, left: own_a },
    { name: other.name, left: own_b },
  ]
  const initials = initialRows(a, b, make)
  const [fathers_a, left_a] = split(initials.a, (part) => isFather(part, b.name))
  const [fathers_b, left_b] = split(initials.b, (part) => isFather(part, a.name))
  const rows = [
    ...titles_a.map((part) => make('part_same', part.text, titleAs(part, other.name) ?? part.text)),
    ...titles_b.map((part) => make('part_same', titleAs(part, one.name) ?? part.text, part.text)),
    ...alike_a.map(({ text }) => make('title_alike', text, other.name.title)),
    ...alike_b.map(({ text }) => make('title_alike', one.name.title, text)),
    ...initials.rows,
  ]
  const both = Math.min(left_a.length, left_b.length)
  for (let at = 0; at < both; at += 1) {
    const [one, other] = [left_a[at], left_b[at]]
    if (one && other) rows.push(differRow(one, other, make))
  }
  for (const part of [...fathers_a, ...left_a.slice(both)]) rows.push(loneRow(part, b.name, true, make))
  for (const part of [...fathers_b, ...left_b.slice(both)]) rows.push(loneRow(part, a.name, false, make))
  return rows
}

function split<T>(list: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [list.filter(is), list.filter((one) => !is(one))]
}

function orderRows(a: ParsedName, b: ParsedName, pairs: readonly Pairing[], make: MakeRow): Row[] {
  const places = [...pairs]
    .sort((one, other) => (one.a[0] ?? 0) - (other.a[0] ?? 0))
    .map((pair) => pair.b[0] ?? 0)
  if (places.length > 1) {
    const is_kept = places.every((at, index) => index === 0 || at > (places[index - 1] ?? 0))
    return [make(is_kept ? 'order_kept' : 'order_swapped', null, null)]
  }
  const is_turned =
    places.length === 1 && a.muhammad !== 'none' && b.muhammad !== 'none' && a.muhammad !== b.muhammad
  return is_turned ? [make('order_swapped', 'muhammad', 'muhammad')] : []
}

/** The rows of two names, aliases and fathers left aside. */
export function nameRows(
  a: ParsedName,
  b: ParsedName,
  field: Field,
  model: Model,
  frequencies: Frequencies,
): Row[] {
  const make = rowMaker(field, model)
  if (a.parts.length === 0 && b.parts.length === 0)
    return [make('nothing_to_compare', a.typed, b.typed), ...flagRows(a, b, make)]
  const pairs = pairParts(a, b, frequencies)
  const left = (parts: readonly NamePart[], side: 'a' | 'b') =>
    parts.filter((_, at) => !pairs.some((pair) => pair[side].includes(at)))
  return [
    ...pairs.flatMap((pair) => pairRows(a, b, pair, make, frequencies)),
    ...besideMuhammad(
      leftRows({ name: a, left: left(a.parts, 'a') }, { name: b, left: left(b.parts, 'b') }, make),
      a,
      b,
      make,
    ),
    ...orderRows(a, b, pairs, make),
    ...titleRows(a, b, make),
    ...flagRows(a, b, make),
  ]
}

/** With the last part of an alias, which may be the family name of both: Jindwadda urf Jindu Khokhar. */
function withFamily(name: ParsedName, alias: ParsedName): ParsedName[] {
  const family = alias.parts.length > 1 ? alias.parts.at(-1) : undefined
  return family ? [{ ...name, parts: [...name.parts, family] }] : []
}

/** The name and each alias, for either may be what the other record calls the person. */
const calledBy = (name: ParsedName): ParsedName[] => [
  name,
  ...name.aliases.flatMap((alias) => [{ ...alias, father: name.father }, ...withFamily(name, alias)]),
]

/**
 * The rows of the likeliest pair among several spellings and aliases of each side.
 * @returns no row when one side has no name
 */
export function bestNameRows(
  a: readonly ParsedName[],
  b: readonly ParsedName[],
  field: Field,
  model: Model,
  frequencies: Frequencies,
): Row[] {
  let best: { rows: Row[]; sum: number } | undefined
  const all_b = b.flatMap(calledBy)
  for (const [i, one] of a.flatMap(calledBy).entries())
    for (const [j, other] of all_b.entries()) {
      const rows = nameRows(one, other, field, model, frequencies)
      const sum = sumOf(rows)
      if (best && sum <= best.sum) continue
      const is_alias = i + j > 0 && a.length + b.length === 2
      best = {
        rows: is_alias ? [...rows, rowMaker(field, model)('alias', one.typed, other.typed)] : rows,
        sum,
      }
    }
  return best?.rows ?? []
}

/**
 * Two names, with the fathers that stood in them, as rows that sum to the score exactly.
 * @example compareNames(parseName('Md Aslam'), parseName('محمد اسلم'), model).rows[0]?.code // 'part_same'
 */
export function compareNames(
  a: ParsedName,
  b: ParsedName,
  model: Model,
  frequencies: Frequencies = model.frequencies,
): Compared {
  const rows = bestNameRows([a], [b], 'name', model, frequencies)
  if (a.father && b.father) rows.push(...bestNameRows([a.father], [b.father], 'father', model, frequencies))
  if (a.sex && b.sex) {
    const code = a.sex === b.sex ? 'sex_same' : 'sex_differs'
    rows.push({ field: 'sex', code, milli_bits: model.weigh('sex', code), query: a.sex, candidate: b.sex })
  }
  return { milli_bits: sumOf(rows), rows }
}
