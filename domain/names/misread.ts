// Words that the eye takes for each other, or that a hand or a form spoilt: Urdu letters that differ in their dots, Roman
// letters that a scanner mixes up, a last letter that is lost, two that changed places. What is heard has no part in it.
import { remembered } from './remembered.ts'

/** Urdu letters of one shape within a word; ن and ی have a shape of their own at its end. */
const SHAPES = ['بپتٹثنیئ', 'جچحخ', 'دڈذ', 'رڑزژ', 'سش', 'صض', 'طظ', 'عغ', 'فق', 'کگ']
const shape_of = new Map(SHAPES.flatMap((shape) => [...shape].map((letter) => [letter, shape] as const)))
const OWN_SHAPE_AT_END = 'نیفق'

/** Roman letters that look alike in print: rn and m, cl and d, vv and w, l and i. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/cl/g, 'd'],
  [/vv/g, 'w'],
  [/l/g, 'i'],
]
const looksLike = remembered((word: string): string =>
  LOOKS.reduce((text, [from, to]) => text.replace(from, to), word),
)

/** Shorter words are other names by a single dot: جان and خان. */
const LEAST_LETTERS = 4
/** More letters misread than these make another word. */
const MOST_MISREAD = 2

function differInDots(one: string, other: string): boolean {
  let misread = 0
  const last = one.length - 1
  for (let at = 0; at <= last; at += 1) {
    const [a, b] = [one.charAt(at), other.charAt(at)]
    if (a === b) continue
    const shape = shape_of.get(a)
    if (shape === undefined || shape !== shape_of.get(b)) return false
    if (at === last && (OWN_SHAPE_AT_END.includes(a) || OWN_SHAPE_AT_END.includes(b))) return false
    misread += 1
  }
  return misread <= MOST_MISREAD
}

const roman = /^[a-z]+$/

/** Roman words have their vowels, too. */
const LEAST_ROMAN = 5
const isLong = (word: string) => word.length >= (roman.test(word) ? LEAST_ROMAN : LEAST_LETTERS)
/** What a word may end in to be another one's feminine, or another spelling that the ear decides. */
const VOWEL = /[aeiouyhاہیےوںءئ]/

/** Rashee for Rasheed: a box that was a letter too short. Khalida is no Khalid, so a vowel is not one that was lost. */
function isCutShort(shorter: string, longer: string): boolean {
  return (
    longer.length === shorter.length + 1 &&
    longer.startsWith(shorter) &&
    isLong(shorter) &&
    !VOWEL.test(longer.slice(-1))
  )
}

/**
 * Hayta for Hayat: two neighbours changed places, though not the first letter (Bashir is no Shabbir). Saima is no Samia,
 * so a vowel counts at the end of a word alone.
 */
function isTurned(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (one[at] === other[at]) at += 1
  if (at === 0 || !isLong(one)) return false
  const [first, second] = [one.charAt(at), one.charAt(at + 1)]
  const is_swap = second + first === other.slice(at, at + 2) && one.slice(at + 2) === other.slice(at + 2)
  return is_swap && (at + 2 === one.length || !(VOWEL.test(first) || VOWEL.test(second)))
}

/** Print alone does not tell l from i; the hand that wrote it meant one of them: Saima is no Salma. */
const differInLOrI = (one: string, other: string) =>
  one.length === other.length && one.replaceAll('l', 'i') === other.replaceAll('l', 'i')

/** Like `mayBeMisread`, but for slips that leave no other name behind: dots, rn for m, a letter lost or turned. */
export const isSlip = (one: string, other: string): boolean =>
  mayBeMisread(one, other) && !differInLOrI(one, other)

/**
 * Whether one normalised word may have been read or typed off the other: dots missed, letters that look alike in print,
 * the last one lost, or two neighbours in the other order.
 * @example mayBeMisread('خالد', 'حالد') // true
 */
export function mayBeMisread(one: string, other: string): boolean {
  if (one === other || one.length < LEAST_LETTERS || other.length < LEAST_LETTERS) return false
  if (isCutShort(one, other) || isCutShort(other, one) || isTurned(one, other)) return true
  if (roman.test(one) && roman.test(other)) return looksLike(one) === looksLike(other)
  return one.length === other.length && differInDots(one, other)
}
