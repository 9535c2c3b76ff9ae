// How unlike two spellings of one word are: the cheapest way to lay the letters of one along those of the other.
import { type Letters, SIGNS, type Sign } from './signs.ts'
import { CONSONANTS, soundDistance, VOWELS } from './sounds.ts'

const SOUNDS = CONSONANTS + VOWELS
const UNREACHABLE = 255
/** Different Urdu letters for one sound are a slip of spelling; where they make another name, a list knows it. */
const OTHER_URDU_LETTER = 22
/** Letters that Urdu writes for each other without a second thought. */
const SAME_URDU_LETTERS = ['نں', 'ہھ', 'یے', 'یئ', 'اآ', 'ہۃ', 'اہ', 'تۃ']
/** Two neighbouring letters in the other order. */
const TRANSPOSED = 60

const distances = Uint8Array.from(
  [...SOUNDS].flatMap((one) => [...SOUNDS].map((other) => soundDistance(one, other))),
)

const LONG_VOWELS = 'اآویےع'
/** One long vowel for another, or one more, is another name: جمیل and جمال, عامر and عمر. */
const OTHER_LONG_VOWEL = 65
const isVowel = (letters: string) => letters.length === 1 && LONG_VOWELS.includes(letters)

/** Urdu beside Urdu: what sounds alike in Roman is told apart by its letters. */
function urduCost(one: Sign, other: Sign, cost: number): number {
  if (one.script !== 'urdu' || other.script !== 'urdu') return cost
  const [a, b] = [one.letters, other.letters]
  if (a === b) return 0
  const is_single = a.length === 1 && b.length === 1
  if (is_single && SAME_URDU_LETTERS.some((pair) => pair.includes(a) && pair.includes(b)))
    return Math.min(cost, 8)
  if (isVowel(a) && isVowel(b)) return Math.max(cost, OTHER_LONG_VOWEL)
  if (a.length !== b.length && !`${a}${b}`.includes('ھ')) return Math.max(cost, OTHER_LONG_VOWEL)
  return Math.max(cost, OTHER_URDU_LETTER)
}

function signCost(one: Sign, other: Sign): number {
  let best = UNREACHABLE
  for (const [a, a_cost] of one.readings)
    for (const [b, b_cost] of other.readings) {
      const between = distances[SOUNDS.indexOf(a) * SOUNDS.length + SOUNDS.indexOf(b)] ?? UNREACHABLE
      best = Math.min(best, a_cost + b_cost + between)
    }
  if (one.letters === other.letters && one.script === other.script) return 0
  return urduCost(one, other, best)
}

const COUNT = SIGNS.length
/** The cost of each sign beside each; built once, 60,000 small numbers. */
const COSTS = Uint8Array.from(
  SIGNS.flatMap((one) => SIGNS.map((other) => Math.min(UNREACHABLE, signCost(one, other)))),
)
const DROPS = { roman: SIGNS.map((sign) => sign.drops[0]), urdu: SIGNS.map((sign) => sign.drops[1]) }

const costOf = (one: number, other: number) => COSTS[one * COUNT + other] ?? UNREACHABLE

const WIDTH = 25
const table = new Int32Array(WIDTH * WIDTH)

/** What one letter more costs that the other spelling does not have, summed from the beginning. */
function fillEdges(a: Letters, b: Letters, a_drops: readonly number[], b_drops: readonly number[]) {
  table[0] = 0
  for (const [at, sign] of a.ones.entries())
    table[(at + 1) * WIDTH] = (table[at * WIDTH] ?? 0) + (a_drops[sign] ?? 0)
  for (const [at, sign] of b.ones.entries()) table[at + 1] = (table[at] ?? 0) + (b_drops[sign] ?? 0)
}

/** The cheapest of all steps that end at a letter of each spelling. */
function cheapest(a: Letters, b: Letters, i: number, j: number, dropped: number): number {
  const [one, other] = [a.ones[i - 1] ?? 0, b.ones[j - 1] ?? 0]
  const at = (back_a: number, back_b: number) => table[(i - back_a) * WIDTH + j - back_b] ?? 0
  let best = Math.min(dropped, at(1, 1) + costOf(one, other))
  const a_pair = i > 1 ? (a.pairs[i - 2] ?? -1) : -1
  const b_pair = j > 1 ? (b.pairs[j - 2] ?? -1) : -1
  if (a_pair >= 0) best = Math.min(best, at(2, 1) + costOf(a_pair, other))
  if (b_pair >= 0) best = Math.min(best, at(1, 2) + costOf(one, b_pair))
  if (a_pair >= 0 && b_pair >= 0) best = Math.min(best, at(2, 2) + costOf(a_pair, b_pair))
  if (i > 1 && j > 1 && a.script === b.script) {
    const [before_a, before_b] = [a.ones[i - 2] ?? 0, b.ones[j - 2] ?? 0]
    if (lettersMatch(one, before_b) && lettersMatch(before_a, other))
      best = Math.min(best, at(2, 2) + TRANSPOSED)
  }
  return best
}

const lettersMatch = (one: number, other: number) => SIGNS[one]?.letters === SIGNS[other]?.letters

/**
 * The cost of the cheapest alignment of two spellings, in hundredths of a consonant.
 * @example alignmentCost(lettersOf('aslam'), lettersOf('اسلم')) // 3
 */
export function alignmentCost(a: Letters, b: Letters): number {
  const a_drops = DROPS[b.script]
  const b_drops = DROPS[a.script]
  fillEdges(a, b, a_drops, b_drops)
  for (let i = 1; i <= a.ones.length; i += 1)
    for (let j = 1; j <= b.ones.length; j += 1) {
      const without_a = (table[(i - 1) * WIDTH + j] ?? 0) + (a_drops[a.ones[i - 1] ?? 0] ?? 0)
      const without_b = (table[i * WIDTH + j - 1] ?? 0) + (b_drops[b.ones[j - 1] ?? 0] ?? 0)
      table[i * WIDTH + j] = cheapest(a, b, i, j, Math.min(without_a, without_b))
    }
  return table[a.ones.length * WIDTH + b.ones.length] ?? 0
}

/** Added to the length of every word, so that a letter more does not weigh everything in a short name. */
const SHORT_WORD = 60

/**
 * How unlike two words are for their length: 0 spelt alike, 1000 and more nothing in common.
 * @example distanceOf(lettersOf('khalid'), lettersOf('خالد')) // 5
 */
export function distanceOf(a: Letters, b: Letters): number {
  if (a.text === b.text) return 0
  return Math.round((1000 * alignmentCost(a, b)) / ((a.mass + b.mass) / 2 + SHORT_WORD))
}
