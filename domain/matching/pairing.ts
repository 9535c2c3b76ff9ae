// Which part of one name stands for which part of the other, in any order, with blanks left out or put in.
import { distanceOf } from '../names/align.ts'
import type { Frequencies } from '../names/frequencies.ts'
import { isSlip, mayBeMisread } from '../names/misread.ts'
import type { NamePart, ParsedName } from '../names/parsed-name.ts'
import { type Letters, lettersOf } from '../names/signs.ts'
import { areApart, areTwoNames } from '../names/spoken.ts'
import { CLANS } from '../names/vocabulary.ts'

/** One or two neighbouring parts of one name beside one or two of the other. */
export interface Pairing {
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly distance: number
  /** Whose title is read with the part, as one word. */
  readonly titled?: 'a' | 'b'
}

/** Beyond this two words are not laid beside each other as spellings of one. */
export const UNRELATED = 150
/** One word of a compound without the other: Rehman for Abdul Rehman. */
const HALF_A_COMPOUND = 130
/** Two words for one are likelier a chance. */
const JOINED = 25
/** Rashid and Rasheed: near, and no more. */
const TWO_NAMES = 80
/** What may have been misread resembles, whatever it sounds like: طاہر and ظاہر are both in use. */
const MISREAD = 120
/** Where the register bears the one and nobody the other, it is near: شفیق read as سفیق. */
const MISREAD_OF_A_NAME = 100
const ATTRIBUTES_DIFFER = 150
const MOST_PARTS = 6

/** Across scripts a part that is not spoken as it is written may be laid beside the other as it is spoken. */
function wordDistance(a: NamePart, b: NamePart): number {
  if (a.letters.script === b.letters.script) return withTwins(a.letters, b.letters)
  return keptApart(a.letters, b.letters, acrossScripts(a, b))
}

/** Names of which neither is a spelling of the other resemble at most. */
const keptApart = (a: Letters, b: Letters, distance: number) =>
  areApart(a.text, b.text) ? Math.max(MISREAD, distance) : distance

function acrossScripts(a: NamePart, b: NamePart): number {
  const of_a = a.letters.script === 'urdu' && a.spoken ? a.spoken : a.letters
  const of_b = b.letters.script === 'urdu' && b.spoken ? b.spoken : b.letters
  const written = distanceOf(of_a, of_b)
  if (a.letters.script === 'roman' && a.spoken) return Math.min(written, distanceOf(a.spoken, b.letters))
  if (b.letters.script === 'roman' && b.spoken) return Math.min(written, distanceOf(a.letters, b.spoken))
  return written
}

function withTwins(a: Letters, b: Letters): number {
  const distance = distanceOf(a, b)
  if (distance > MISREAD && mayBeMisread(a.text, b.text)) return MISREAD
  return keptApart(a, b, areTwoNames(a.text, b.text) ? Math.max(TWO_NAMES, distance) : distance)
}

/** Abdul Qadir is not Abdul Qadeer; Nasiruddin is Naseeruddin. */
const isServant = ({ text }: NamePart) => /^(?:abd|عبد) /u.test(text)

/** How unlike two parts are; compounds are told apart by their core, when their attribute is the same. */
export function partDistance(a: NamePart, b: NamePart): number {
  if (a.core && b.core && a.attribute && b.attribute) {
    const apart = distanceOf(a.attribute, b.attribute)
    return apart < ATTRIBUTES_DIFFER
      ? Math.max(Math.round(apart / 2), (isServant(a) ? withTwins : distanceOf)(a.core, b.core))
      : Math.max(wordDistance(a, b), UNRELATED)
  }
  if (a.kind === 'clan' && b.kind === 'clan' && CLANS.get(a.text) === CLANS.get(b.text)) return 0
  const whole = wordDistance(a, b)
  if (a.core) return Math.min(whole, Math.max(HALF_A_COMPOUND, distanceOf(a.core, b.letters)))
  if (b.core) return Math.min(whole, Math.max(HALF_A_COMPOUND, distanceOf(a.letters, b.core)))
  return whole
}

const isWord = (part: NamePart | undefined): part is NamePart => part !== undefined && part.kind !== 'initial'

type Named = Pick<ParsedName, 'parts' | 'title'>

/** A single word that a slip made of another, which people bear while nobody bears it. */
function isMisreadName(a: NamePart, b: NamePart, frequencies: Frequencies): boolean {
  if (a.core || b.core || !isSlip(a.text, b.text) || areApart(a.text, b.text)) return false
  return frequencies.isBorne(a.common_key) !== frequencies.isBorne(b.common_key)
}

function candidates(one_name: Named, other_name: Named, frequencies: Frequencies): Pairing[] {
  const [a, b] = [one_name, other_name].map(({ parts }) => parts.slice(0, MOST_PARTS)) as [
    NamePart[],
    NamePart[],
  ]
  const found: Pairing[] = []
  const add = (of_a: number[], of_b: number[], distance: number, titled?: 'a' | 'b') => {
    if (distance < UNRELATED) found.push({ a: of_a, b: of_b, distance, ...(titled ? { titled } : {}) })
  }
  for (const [i, one] of a.entries())
    for (const [j, other] of b.entries())
      if (isWord(one) && isWord(other)) {
        const distance = partDistance(one, other)
        const is_misread = distance > MISREAD_OF_A_NAME && isMisreadName(one, other, frequencies)
        add([i], [j], is_misread ? MISREAD_OF_A_NAME : distance)
      }
  if (a.length !== b.length || found.length === 0) addJoined(a, b, add)
  addTitled(one_name, b, (j, distance) => add([0], [j], distance, 'a'))
  addTitled(other_name, a, (i, distance) => add([i], [0], distance, 'b'))
  return found
}

/** A title with the first part behind it beside single words of the other: Pir Bakhsh, Peerbakhsh. */
function addTitled(
  { title, parts }: Named,
  others: readonly NamePart[],
  add: (at: number, distance: number) => void,
) {
  const [first] = parts
  if (title === null || !isWord(first)) return
  const letters = lettersOf(title + first.letters.text)
  for (const [at, other] of others.entries())
    if (isWord(other) && other.letters.mass > first.letters.mass)
      add(at, JOINED + distanceOf(letters, other.letters))
}

type Add = (of_a: number[], of_b: number[], distance: number) => void

/** Two words can be one only where they are about as long as it. */
const mayBeOne = (one: NamePart, next: NamePart, whole: NamePart) => {
  const together = one.letters.mass + next.letters.mass
  return Math.abs(together - whole.letters.mass) * 2 < Math.min(together, whole.letters.mass)
}

/** A blank within a word leaves a letter alone, or makes three of it: ا سلم, Jai Ram Das. */
const spell = (parts: readonly NamePart[], whole: NamePart) =>
  parts.reduce((sum, { letters }) => sum + letters.text.length, 0) === whole.letters.text.length &&
  parts.map(({ letters }) => letters.text).join('') === whole.letters.text

/** Neighbours of one name beside single words of the other. */
function addJoinedOf(parts: readonly NamePart[], others: readonly NamePart[], add: Add) {
  for (const [at, part] of parts.entries()) {
    const [next, last] = [parts[at + 1], parts[at + 2]]
    if (!next) continue
    for (const [j, other] of others.entries()) {
      if (!isWord(other)) continue
      if (isWord(part) && isWord(next) && mayBeOne(part, next, other)) {
        const letters = lettersOf(part.letters.text + next.letters.text)
        add([at, at + 1], [j], JOINED + distanceOf(letters, other.letters))
      } else if (spell([part, next], other)) add([at, at + 1], [j], JOINED)
      if (last && spell([part, next, last], other)) add([at, at + 1, at + 2], [j], JOINED)
    }
  }
}

function addJoined(a: readonly NamePart[], b: readonly NamePart[], add: Add) {
  addJoinedOf(a, b, add)
  addJoinedOf(b, a, (of_b, of_a, distance) => add(of_a, of_b, distance))
}

/**
 * The likeliest pairing of the parts of two names, the nearest first, each part once.
 * @example pairParts(parseName('Khan Imran'), parseName('Imran Khan'), frequencies).length // 2
 */
export function pairParts(a: Named, b: Named, frequencies: Frequencies): Pairing[] {
  const taken_a = new Set<number>()
  const taken_b = new Set<number>()
  const chosen: Pairing[] = []
  const turned = (pair: Pairing) => Math.abs((pair.a[0] ?? 0) - (pair.b[0] ?? 0))
  const sorted = candidates(a, b, frequencies).sort(
    (one, other) => one.distance - other.distance || turned(one) - turned(other),
  )
  for (const pair of sorted) {
    if (pair.a.some((at) => taken_a.has(at)) || pair.b.some((at) => taken_b.has(at))) continue
    chosen.push(pair)
    for (const at of pair.a) taken_a.add(at)
    for (const at of pair.b) taken_b.add(at)
  }
  return chosen
}
