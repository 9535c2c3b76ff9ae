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

/** Written by ear: اشرت for عشرت, شویب for شعیب. */
const BY_EAR: Readonly<Record<string, number>> = { عا: 30, عی: 30, عو: 30 }
/** The و of خورشید is not spoken. */
const SILENT_VAV = 20
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
  const by_ear = BY_EAR[a + b] ?? BY_EAR[b + a]
  if (by_ear !== undefined) return by_ear
  if (`${a}${b}` === 'خوخ' || `${a}${b}` === 'خخو') return SILENT_VAV
  if (isVowel(a) && isVowel(b)) return Math.max(cost, OTHER_LONG_VOWEL)
  if (a.length !== b.length && !`${a}${b}`.includes('ھ')) return Math.max(cost, OTHER_LONG_VOWEL)
  return Math.max(cost, OTHER_URDU_LETTER)
}

/** An Urdu ی is no Roman a or u, a و no a or i: منیر is no Munawar, عبید no Ibad. */
const OTHER_VOWEL = 70
const NOT_ROMAN: Readonly<Record<string, RegExp>> = { ی: /^(?:a+|u|o+|ou|uu)$/, و: /^(?:a+|i|ee|ii)$/ }

/** Urdu beside Roman: a long vowel that is written is not taken for another. */
const acrossCost = (urdu: Sign, roman: Sign, cost: number): number =>
  NOT_ROMAN[urdu.letters]?.test(roman.letters) ? Math.max(cost, OTHER_VOWEL) : cost

function signCost(one: Sign, other: Sign): number {
  let best = UNREACHABLE
  for (const [a, a_cost] of one.readings)
    for (const [b, b_cost] of other.readings) {
      const between = distances[SOUNDS.indexOf(a) * SOUNDS.length + SOUNDS.indexOf(b)] ?? UNREACHABLE
      best = Math.min(best, a_cost + b_cost + between)
    }
  if (one.letters === other.letters && one.script === other.script) return 0
  if (one.script === other.script) return urduCost(one, other, best)
  return one.script === 'urdu' ? acrossCost(one, other, best) : acrossCost(other, one, best)
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
  for (let i = 0; i < a.ones.length; i += 1)
    table[(i + 1) * WIDTH] = (table[i * WIDTH] ?? 0) + (a_drops[a.ones[i] ?? 0] ?? 0)
  for (let j = 0; j < b.ones.length; j += 1) table[j + 1] = (table[j] ?? 0) + (b_drops[b.ones[j] ?? 0] ?? 0)
}

/** The cheapest of all steps over two letters of one spelling or of both that end at these letters. */
function cheapestOfTwo(a: Letters, b: Letters, i: number, j: number, best_of_one: number): number {
  let best = best_of_one
  const a_pair = i > 1 ? (a.pairs[i - 2] ?? -1) : -1
  const b_pair = j > 1 ? (b.pairs[j - 2] ?? -1) : -1
  const one = a.ones[i - 1] ?? 0
  const other = b.ones[j - 1] ?? 0
  if (a_pair >= 0) {
    const cost = (table[(i - 2) * WIDTH + j - 1] ?? 0) + costOf(a_pair, other)
    if (cost < best) best = cost
    if (b_pair >= 0) {
      const both = (table[(i - 2) * WIDTH + j - 2] ?? 0) + costOf(a_pair, b_pair)
      if (both < best) best = both
    }
  }
  if (b_pair >= 0) {
    const cost = (table[(i - 1) * WIDTH + j - 2] ?? 0) + costOf(one, b_pair)
    if (cost < best) best = cost
  }
  return best
}

/** The cost of two neighbours in the other order, or of `best` where they are none. */
function cheapestTurned(a: Letters, b: Letters, i: number, j: number, best: number): number {
  if (i < 2 || j < 2 || a.script !== b.script) return best
  const is_turned =
    LETTERS[a.ones[i - 1] ?? 0] === LETTERS[b.ones[j - 2] ?? 0] &&
    LETTERS[a.ones[i - 2] ?? 0] === LETTERS[b.ones[j - 1] ?? 0]
  return is_turned ? Math.min(best, (table[(i - 2) * WIDTH + j - 2] ?? 0) + TRANSPOSED) : best
}

const LETTERS = SIGNS.map(({ letters }) => letters)

/**
 * The cost of the cheapest alignment of two spellings, in hundredths of a consonant.
 * @example alignmentCost(lettersOf('aslam'), lettersOf('اسلم')) // 3
 */
export function alignmentCost(a: Letters, b: Letters): number {
  const a_drops = DROPS[b.script]
  const b_drops = DROPS[a.script]
  fillEdges(a, b, a_drops, b_drops)
  for (let i = 1; i <= a.ones.length; i += 1) {
    const one = a.ones[i - 1] ?? 0
    const a_drop = a_drops[one] ?? 0
    for (let j = 1; j <= b.ones.length; j += 1) {
      const other = b.ones[j - 1] ?? 0
      const at = i * WIDTH + j
      const without_a = (table[at - WIDTH] ?? 0) + a_drop
      const without_b = (table[at - 1] ?? 0) + (b_drops[other] ?? 0)
      const together = (table[at - WIDTH - 1] ?? 0) + costOf(one, other)
      const best = Math.min(without_a, without_b, together)
      table[at] = cheapestTurned(a, b, i, j, cheapestOfTwo(a, b, i, j, best))
    }
  }
  return table[a.ones.length * WIDTH + b.ones.length] ?? 0
}

/** Words of other scripts are the same or have nothing in common. */
const NO_LETTERS = 1000
/** Added to the length of every word, so that a letter more does not weigh everything in a short name. */
const SHORT_WORD = 60

/**
 * How unlike two words are for their length: 0 spelt alike, 1000 and more nothing in common.
 * @example distanceOf(lettersOf('khalid'), lettersOf('خالد')) // 5
 */
export function distanceOf(a: Letters, b: Letters): number {
  if (a.text === b.text) return 0
  if (a.ones.length === 0 || b.ones.length === 0) return NO_LETTERS
  return Math.round((1000 * alignmentCost(a, b)) / ((a.mass + b.mass) / 2 + SHORT_WORD))
}
