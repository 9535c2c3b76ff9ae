// How clerks write a name down, and how a second clerk writes it differently.
// These rules make test data. The matcher must never import or mirror them: docs/decisions/0010-invented-people.md.
import type { Draw } from './draw.ts'
import { drawTitle, type NameParts } from './naming.ts'
import type { CommunityName } from './words-community.ts'
import type { NameWord } from './words-given.ts'

const wordsIn = ({ title, given, group }: NameParts): NameWord[] => [
  ...(title ? [title] : []),
  ...given,
  ...(group ? [group] : []),
]

/**
 * The Urdu spelling, as a careful clerk writes it.
 * @example inUrdu({ title: null, given: [MUHAMMAD], group: null }) // 'محمد'
 */
export const inUrdu = (name: NameParts): string =>
  wordsIn(name)
    .map((word) => word.ur)
    .join(' ')

/**
 * A Roman spelling. Each word takes one in use for it.
 * @param care 0 any spelling as likely as the other; 3 nearly always the most usual
 */
export function inRoman(draw: Draw, name: NameParts, care: number): string {
  return wordsIn(name)
    .map(({ latin }) => latin[Math.floor(latin.length * (draw.bits() / 4294967296) ** (1 + care))])
    .join(' ')
}

/** The same bearer's name with parts left out, added or in another order, as a second office hears it. */
export function heardAgain(draw: Draw, community: CommunityName, name: NameParts): NameParts {
  const title = name.title ? (draw.chance(0.55) ? name.title : null) : null
  const group = name.group && draw.chance(0.68) ? name.group : null
  return {
    title: title ?? (draw.chance(0.07) ? drawTitle(draw, community) : null),
    given: givenAgain(draw, name.given),
    group,
  }
}

function givenAgain(draw: Draw, given: readonly NameWord[]): readonly NameWord[] {
  if (given.length < 2) return given
  const how = draw.below(100)
  if (how < 14) return given.slice(1)
  if (how < 19) return given.slice(0, -1)
  if (how < 26) return given.toReversed()
  return given
}

type Slip = readonly [RegExp, string]

/** Sounds heard or typed another way. Each changes the first place where it fits. */
const ROMAN_SLIPS: readonly Slip[] = [
  [/ee/, 'i'],
  [/i(?=[bdlmnr])/, 'ee'],
  [/oo/, 'u'],
  [/aa/, 'a'],
  [/(?<=[bdfhklmnrstz])a(?=[bdfhjklmnrstz])/, 'aa'],
  [/q/i, 'k'],
  [/kh/, 'k'],
  [/gh/i, 'g'],
  [/z/, 's'],
  [/v/i, 'w'],
  [/ph/, 'f'],
  [/(?<=[aeiou])h(?=[a-z])/, ''],
  [/([bdlmnst])\1/, '$1'],
  [/(?<=[aeiou])([dlmnst])(?=[aeiou])/, '$1$1'],
  [/ai/, 'ay'],
  [/u(?=[a-z])/, 'o'],
  [/e(?=[a-z])/, 'a'],
  [/(?<=[a-z])i$/, 'y'],
  [/(?<=[a-z])ah?$/, 'ah'],
]

/** Letters of Arabic keyboards, dropped marks, joined or parted words. */
const URDU_SLIPS: readonly Slip[] = [
  [/ی/g, 'ي'],
  [/ک/g, 'ك'],
  [/ہ/g, 'ه'],
  [/ؤ/, 'و'],
  [/ئ/, 'ی'],
  [/یٰ/, 'ا'],
  [/عبدال/, 'عبد ال'],
  [/ اللہ$/, 'اللہ'],
  [/ الدین$/, 'الدین'],
  [/ذ/, 'ز'],
  [/ظ/, 'ز'],
  [/ص/, 'س'],
  [/ط/, 'ت'],
  [/ح(?!م)/, 'ہ'],
  [/محمد/, 'مُحمد'],
  [/ /, ''],
]

const slip = (draw: Draw, text: string, slips: readonly Slip[]): string => {
  const [from, to] = draw.pick(slips)
  return text.replace(from, to)
}

/** Roman text with `count` tries of a mishearing, and now and then a slip of the finger. */
export function misheard(draw: Draw, text: string, count: number): string {
  let heard = text
  for (let done = 0; done < count; done += 1) heard = slip(draw, heard, ROMAN_SLIPS)
  return draw.chance(0.06) ? mistyped(draw, heard) : heard
}

/** Urdu text as another keyboard writes it. */
export function rekeyed(draw: Draw, text: string, count: number): string {
  let keyed = text
  for (let done = 0; done < count; done += 1) keyed = slip(draw, keyed, URDU_SLIPS)
  return keyed
}

/** One letter lost, doubled, or swapped with its neighbour; capitals stay. */
function mistyped(draw: Draw, text: string): string {
  if (text.length < 4) return text
  const at = draw.between(1, text.length - 2)
  const [before, letter, next, after] = [
    text.slice(0, at),
    text.charAt(at),
    text.charAt(at + 1),
    text.slice(at + 2),
  ]
  if (!/^[a-z]{2}$/.test(letter + next)) return text
  return before + draw.pick([next, letter + letter + next, next + letter]) + after
}
