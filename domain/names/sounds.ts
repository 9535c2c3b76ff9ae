// The sounds that letters of both scripts stand for, and how near two of them are. Costs are in hundredths: 100 is a
// consonant heard as quite another one.

/** One character a sound. Capitals: T ٹ, D ڈ, R ڑ, S ش, Z ژ, G غ, X خش/کس, M نب; x خ; c چ. Vowels: short a i u, long A I U, E O, diphthongs Y (ai) W (au);
 * 1 2 3 the short a i u that a word begins with. */
export const CONSONANTS = 'ptkbdgqcjfvszSZxGhmnlrRyTDXM'
export const VOWELS = 'aiuAIUEOYW123'

export const UNLIKE = 100
const UNLIKE_VOWELS = 60
/** A vowel in the place of a consonant. */
const UNLIKE_KINDS = 105

/** Pairs of neighbouring sounds; each pair once, in any order. */
const NEAR: readonly (readonly [pairs: string, cost: number])[] = [
  // Heard alike, or written with one Roman letter.
  ['tT dD', 4],
  ['rR', 10],
  ['kq', 12],
  ['Gg', 25],
  ['kx', 32],
  ['xh hG', 55],
  ['SX', 45],
  ['kX xX sX', 60],
  ['Sc jZ zZ sS', 45],
  ['SZ cj zj sz', 60],
  ['pf', 45],
  ['pb vb td kg TD GX', 65],
  ['gj', 85],
  ['Gq Gk xq', 65],
  ['vf', 70],
  ['mn', 65],
  ['lr nl lR DR Dr TR', 80],
  ['xG qg ts', 75],
  // Short vowels pass for each other; a long one is part of the name.
  ['ai', 18],
  ['au', 22],
  ['iu', 32],
  ['aA iI uU', 8],
  ['iE uO', 8],
  ['IE UO', 12],
  ['EY OW', 6],
  ['IY', 20],
  ['UW', 20],
  ['iY uW', 38],
  ['aW', 45],
  ['aY', 58],
  ['aO', 55],
  ['iA uA', 40],
  ['aE AE AO AY AW', 45],
  ['EO iO uE', 45],
  // At the beginning of a word a short vowel is heard, and makes another name: Ahsan is not Ehsan.
  ['1a 2i 3u', 0],
  ['1A 2I 2E 3U 3O', 8],
  ['12 13 23', 62],
  ['2Y 3W', 20],
  ['1Y 1W', 40],
  // Half vowels beside the vowels they pass for.
  ['yI yi yE', 14],
  ['yY', 20],
  ['vU vO', 14],
  ['vu vW', 20],
]

const NEARNESS = new Map(
  NEAR.flatMap(([pairs, cost]) => pairs.split(' ').map((pair) => [[...pair].sort().join(''), cost] as const)),
)

/**
 * How unlike two sounds are, in hundredths of a consonant: 0 the same, 100 nothing in common.
 * @example soundDistance('k', 'q') // 12
 */
export function soundDistance(one: string, other: string): number {
  if (one === other) return 0
  const near = NEARNESS.get([one, other].sort().join(''))
  if (near !== undefined) return near
  const vowels = Number(VOWELS.includes(one)) + Number(VOWELS.includes(other))
  return vowels === 2 ? UNLIKE_VOWELS : vowels === 1 ? UNLIKE_KINDS : UNLIKE
}
