// Words that the eye takes for each other: Urdu letters that differ in their dots, and Roman letters that a scanner
// mixes up. What is heard has no part in it.
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

/**
 * Whether one normalised word may have been read off the other: dots missed, or letters that look alike in print.
 * @example mayBeMisread('خالد', 'حالد') // true
 */
export function mayBeMisread(one: string, other: string): boolean {
  if (one === other || one.length < LEAST_LETTERS || other.length < LEAST_LETTERS) return false
  if (roman.test(one) && roman.test(other)) return looksLike(one) === looksLike(other)
  return one.length === other.length && differInDots(one, other)
}
