// On which level two different values of a kind agree. Values that are the same never come here.
import { daysOf } from './dates.ts'
import { editsBetween, jaroWinkler } from './edit-distance.ts'
import { DIFFERENT, type Kind, LEVELS } from './kinds.ts'
import type { Dictionary } from './table.ts'
import type { Values, Words } from './values.ts'

const levelOf = <K extends Kind>(kind: K, level: (typeof LEVELS)[K][number]): number =>
  (LEVELS[kind] as readonly string[]).indexOf(level)

type Compare = (a: number, b: number) => number

/** How many letters, by their code modulo 32, stand in only one of two texts. */
function lettersApart(values: Values, a: number, b: number): number {
  let bits = (values.letters[a] as number) ^ (values.letters[b] as number)
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Edits up to `most`: one edit puts at most one letter in each text that the other has not. */
const edits = (values: Values, a: number, b: number, most: number): number => {
  if (lettersApart(values, a, b) > 2 * most) return most + 1
  const { codes, starts } = values
  const [from_a, to_a] = [starts[a] as number, starts[a + 1] as number]
  return editsBetween(codes, from_a, to_a, codes, starts[b] as number, starts[b + 1] as number, most)
}

const similarity = (values: Values, a: number, b: number): number => {
  const { codes, starts } = values
  const [from_a, to_a] = [starts[a] as number, starts[a + 1] as number]
  return jaroWinkler(codes, from_a, to_a, codes, starts[b] as number, starts[b + 1] as number)
}

const lengthOf = (values: Values, a: number): number =>
  (values.starts[a + 1] as number) - (values.starts[a] as number)

/** Whether one value is how the other begins: an initial or a short form. */
function begins(values: Values, a: number, b: number): boolean {
  const length = Math.min(lengthOf(values, a), lengthOf(values, b))
  const [from_a, from_b] = [values.starts[a] as number, values.starts[b] as number]
  for (let at = 0; at < length; at++)
    if (values.codes[from_a + at] !== values.codes[from_b + at]) return false
  return length > 0
}

const name = {
  near: levelOf('name', 'near'),
  sounds_alike: levelOf('name', 'sounds_alike'),
  similar: levelOf('name', 'similar'),
  short_form: levelOf('name', 'short_form'),
}

/** Near: one edit, or Jaro-Winkler 0.95; similar: 0.85. Of three letters one edit is half a name. */
function compareNames(values: Values, a: number, b: number): number {
  const shorter = Math.min(lengthOf(values, a), lengthOf(values, b))
  const found = edits(values, a, b, 1)
  if (found === 0 || (found === 1 && shorter > 3)) return name.near
  if (begins(values, a, b)) return name.short_form
  const sound = values.sounds[a]
  const is_heard = sound !== 0 && sound === values.sounds[b]
  const alike = lettersApart(values, a, b) > 2 * LETTERS_APART ? 0 : similarity(values, a, b)
  if (alike >= 0.95) return name.near
  if (is_heard) return name.sounds_alike
  return alike >= 0.85 ? name.similar : DIFFERENT
}

const id = {
  one: levelOf('id', 'one_digit'),
  two: levelOf('id', 'two_digits'),
  part: levelOf('id', 'part'),
}

/** A digit wrong, missing or swapped with the next; of numbers shorter than four that says nothing. */
function compareIds(values: Values, a: number, b: number): number {
  const shorter = Math.min(lengthOf(values, a), lengthOf(values, b))
  if (shorter < 4) return DIFFERENT
  const found = edits(values, a, b, 2)
  if (found <= 1) return id.one
  if (found === 2 && shorter >= 6) return id.two
  return shorter >= 6 && begins(values, a, b) ? id.part : DIFFERENT
}

const date = {
  swapped: levelOf('date', 'day_month_swapped'),
  one_digit: levelOf('date', 'one_digit'),
  same_month: levelOf('date', 'same_month'),
  other_year: levelOf('date', 'other_year'),
  within_year: levelOf('date', 'within_year'),
  same_year: levelOf('date', 'same_year'),
}
const YEAR = 10_000

function compareDates(values: Values, a: number, b: number): number {
  const [one, two] = [values.numbers[a] as number, values.numbers[b] as number]
  if (Number.isNaN(one) || Number.isNaN(two)) return DIFFERENT
  const is_year = Math.trunc(one / YEAR) === Math.trunc(two / YEAR)
  const is_whole = one % 100 > 0 && two % 100 > 0
  if (is_whole) {
    const [rest_one, rest_two] = [one % YEAR, two % YEAR]
    if (
      is_year &&
      Math.trunc(rest_one / 100) === rest_two % 100 &&
      rest_one % 100 === Math.trunc(rest_two / 100)
    )
      return date.swapped
    if (edits(values, a, b, 1) === 1) return date.one_digit
    if (rest_one === rest_two) return date.other_year
  }
  const apart = Math.abs(daysOf(one) - daysOf(two))
  if (apart <= 31 && is_whole) return date.same_month
  if (is_year) return Math.trunc(one / 100) === Math.trunc(two / 100) ? date.same_month : date.same_year
  return apart <= 366 ? date.within_year : DIFFERENT
}

const number = {
  near: levelOf('number', 'near'),
  one_digit: levelOf('number', 'one_digit'),
  close: levelOf('number', 'close'),
}

/** Near: within 1 or 1 %; close: within 10 %; a slip of one digit lies between. */
function compareNumbers(values: Values, a: number, b: number): number {
  const [one, two] = [values.numbers[a] as number, values.numbers[b] as number]
  const apart = Math.abs(one - two)
  const size = Math.max(Math.abs(one), Math.abs(two))
  if (apart <= Math.max(1, size * 0.01)) return number.near
  if (Math.min(lengthOf(values, a), lengthOf(values, b)) >= 2 && edits(values, a, b, 1) <= 1)
    return number.one_digit
  return apart <= size * 0.1 ? number.close : DIFFERENT
}

const near_category = levelOf('category', 'near')
const compareCategories = (values: Values, a: number, b: number): number =>
  Math.min(lengthOf(values, a), lengthOf(values, b)) >= 3 && edits(values, a, b, 1) <= 1
    ? near_category
    : DIFFERENT

/** Whether two different words are one word written twice: numbers never are. */
function isSameWord(words: Words, a: number, b: number): boolean {
  const [length_a, length_b] = [lengthOf(words, a), lengthOf(words, b)]
  const shorter = Math.min(length_a, length_b)
  const first = words.codes[words.starts[a] as number] as number
  if (first >= 48 && first <= 57) return false
  if (shorter >= 4 && edits(words, a, b, shorter >= 8 ? 2 : 1) <= (shorter >= 8 ? 2 : 1)) return true
  return shorter >= 3 && words.sounds[a] !== 0 && words.sounds[a] === words.sounds[b]
}

/** How much of two values' words is common: shares of the larger and of the smaller, 0 to 1, and the count. */
export type Overlap = { of_larger: number; of_smaller: number; words: number }

/** The common words of two values, each word used once; the weights of rare words count more. */
function overlapOf(values: Values, words: Words, same: Compare, found: Overlap, a: number, b: number): void {
  const [from_a, to_a] = [values.word_starts[a] as number, values.word_starts[a + 1] as number]
  const [from_b, to_b] = [values.word_starts[b] as number, values.word_starts[b + 1] as number]
  let [common, all_a, all_b, count] = [0, 0, 0, 0]
  let used = 0
  for (let j = from_b; j < to_b; j++) all_b += words.weights[values.words[j] as number] as number
  for (let i = from_a; i < to_a; i++) {
    const word = values.words[i] as number
    const weight = words.weights[word] as number
    all_a += weight
    for (let j = from_b; j < to_b; j++) {
      if ((used >> (j - from_b)) & 1) continue
      const other = values.words[j] as number
      if (word !== other && same(word, other) === 0) continue
      used |= 1 << (j - from_b)
      // Two rare words that are nearly the same are one word; it tells as much as the commoner of them.
      common += word === other ? weight : Math.min(weight, words.weights[other] as number) * 0.9
      count++
      break
    }
  }
  const [larger, smaller] = [Math.max(all_a, all_b), Math.min(all_a, all_b)]
  found.of_larger = larger > 0 ? common / larger : 0
  found.of_smaller = smaller > 0 ? Math.min(1, common / smaller) : 0
  found.words = count
}

const text = {
  near: levelOf('text', 'near'),
  same_words: levelOf('text', 'same_words'),
  most_words: levelOf('text', 'most_words'),
  some_words: levelOf('text', 'some_words'),
}

/** Of texts that are more than 0.93 alike, hardly more letters stand in one only. */
const LETTERS_APART = 5

/** The levels of words that overlap are the same for texts and names of persons, in this order. */
function compareWords(values: Values, words: Words, same: Compare): Compare {
  const found: Overlap = { of_larger: 0, of_smaller: 0, words: 0 }
  return (a, b) => {
    const shorter = Math.min(lengthOf(values, a), lengthOf(values, b))
    const most = shorter >= 12 ? 2 : 1
    if (shorter >= 4 && edits(values, a, b, most) <= most) return text.near
    // Heard the same as a whole, whatever the script and wherever the blanks are.
    if (shorter >= 6 && values.sounds[a] !== 0 && values.sounds[a] === values.sounds[b])
      return text.same_words
    overlapOf(values, words, same, found, a, b)
    if (found.of_larger >= 0.85) return text.same_words
    if (found.of_larger < 0.5 && shorter >= 6 && lettersApart(values, a, b) <= LETTERS_APART)
      if (similarity(values, a, b) >= 0.93) return text.near
    if (found.of_larger >= 0.6 || (found.of_smaller >= 0.85 && found.words >= 2)) return text.most_words
    return found.of_larger >= 0.25 || found.of_smaller >= 0.5 ? text.some_words : DIFFERENT
  }
}

const CACHE = 1 << 17

/** Remembers answers about pairs; a newer pair takes the place of an older one. */
function remembered(compare: Compare): Compare {
  // Both values and their answer beside each other, so that one look at memory tells.
  const known = new Uint32Array(CACHE * 4)
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a]
    const slot = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 15) << 2
    if (known[slot] === low && known[slot + 1] === high) return known[slot + 2] as number
    const answer = compare(low, high)
    known[slot] = low
    known[slot + 1] = high
    known[slot + 2] = answer
    return answer
  }
}

/**
 * Tells the level on which two different values of a kind agree; neither is missing.
 * @example comparerOf('date', dictionary)(4, 9) // a number whose name LEVELS.date gives
 */
export function comparerOf(kind: Kind, { values, words }: Dictionary): Compare {
  const plain = {
    name: compareNames,
    id: compareIds,
    date: compareDates,
    number: compareNumbers,
    category: compareCategories,
  }
  if (kind !== 'text' && kind !== 'person_name') {
    const compare = plain[kind]
    return kind === 'name' ? remembered((a, b) => compare(values, a, b)) : (a, b) => compare(values, a, b)
  }
  if (!words) throw new RangeError(`no words for ${kind}`)
  const same = remembered((a, b) => (isSameWord(words, a, b) ? 1 : 0))
  return remembered(compareWords(values, words, same))
}
