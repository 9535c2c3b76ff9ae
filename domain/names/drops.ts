// What it costs, in hundredths, that a letter of one spelling has no counterpart in the other.

/** The scripts of two spellings: a Roman short vowel has no letter in Urdu, and is rarely dropped in Roman. */
export type Beside = 'roman' | 'urdu'
export type Place = 'first' | 'inside' | 'last'

const CONSONANT = 100
const LONG = { first: 65, inside: 50, last: 75 }

type Costs = Readonly<Record<Place, number>>
const everywhere = (cost: number): Costs => ({ first: cost, inside: cost, last: cost })

/** Roman letters beside Roman ones. */
const ROMAN_BESIDE_ROMAN: Readonly<Record<string, Costs>> = {
  a: { first: 62, inside: 14, last: 80 },
  i: { first: 35, inside: 14, last: 55 },
  e: { first: 40, inside: 20, last: 14 },
  u: { first: 45, inside: 18, last: 50 },
  o: { first: 55, inside: 30, last: 50 },
  y: { first: 80, inside: 35, last: 50 },
  h: { first: 75, inside: 38, last: 8 },
  n: { first: 100, inside: 100, last: 65 },
  w: { first: 95, inside: 75, last: 50 },
  v: { first: 95, inside: 85, last: 85 },
}
/** Roman letters beside Urdu ones: short vowels are not written there. */
const ROMAN_BESIDE_URDU: Readonly<Record<string, Costs>> = {
  ...ROMAN_BESIDE_ROMAN,
  a: { first: 55, inside: 3, last: 80 },
  i: { first: 35, inside: 3, last: 55 },
  e: { first: 40, inside: 5, last: 14 },
  u: { first: 40, inside: 4, last: 50 },
  o: { first: 50, inside: 20, last: 50 },
}
const URDU_LETTERS: Readonly<Record<string, Costs>> = {
  ا: { first: 60, inside: 55, last: 80 },
  آ: everywhere(65),
  و: { first: 95, inside: 60, last: 60 },
  ی: { first: 90, inside: 50, last: 60 },
  ے: everywhere(50),
  ہ: { first: 80, inside: 42, last: 80 },
  ح: { first: 85, inside: 50, last: 45 },
  ھ: everywhere(10),
  ں: everywhere(45),
  ۃ: everywhere(50),
}
const URDU_BESIDE_ROMAN: Readonly<Record<string, Costs>> = {
  ...URDU_LETTERS,
  ع: { first: 12, inside: 4, last: 4 },
  ئ: everywhere(6),
  // Roman letters may leave out a short vowel, and hardly a long one: جمیل is no Jamal, سعد no Saeed.
  ا: { first: 60, inside: 80, last: 80 },
  و: { first: 95, inside: 80, last: 60 },
  ی: { first: 90, inside: 80, last: 60 },
}
const URDU_BESIDE_URDU: Readonly<Record<string, Costs>> = {
  ...URDU_LETTERS,
  // Written by ear it is left out: جمہ for جمعہ.
  ع: { first: 60, inside: 25, last: 25 },
  ئ: everywhere(20),
}

/**
 * The cost of a letter, or of vowels written together, that the other spelling leaves out.
 * @example dropCost('a', 'inside', 'roman', 'urdu') // 3
 */
export function dropCost(letters: string, place: Place, script: Beside, beside: Beside): number {
  if (script === 'urdu')
    return (beside === 'urdu' ? URDU_BESIDE_URDU : URDU_BESIDE_ROMAN)[letters]?.[place] ?? CONSONANT
  const single = (beside === 'urdu' ? ROMAN_BESIDE_URDU : ROMAN_BESIDE_ROMAN)[letters]
  if (single) return single[place]
  return /^[aeiouyw]+$/.test(letters) ? LONG[place] : CONSONANT
}

/** What a letter weighs in the length of a name, in hundredths of a consonant. */
export function letterMass(letters: string): number {
  if (/^[aeiouاآیے]/.test(letters)) return 30
  return /^[hwyوہحھعئۃں]/.test(letters) ? 50 : 100
}
