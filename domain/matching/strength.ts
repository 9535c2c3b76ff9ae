// What a weight in bits says in words: how strongly it speaks, and how seldom chance alone would give it.

export const STRENGTHS = [
  ...(['strongly_for', 'for', 'weakly_for', 'nothing'] as const),
  ...(['weakly_against', 'against', 'strongly_against'] as const),
] as const
export type Strength = (typeof STRENGTHS)[number]

const MILLI = 1000
/** Bits: 1,000 times as likely, 10 times, and so little that it decides nothing. */
const [STRONG, CLEAR, LEAST] = [Math.log2(1000), Math.log2(10), 0.5]
/** A smaller share than one in a million is more than names and dates can know. */
const MOST = 1e6

/**
 * How strongly a weight in thousandths of a bit speaks for two records being of one person: strongly from 1,000 times
 * as likely, clearly from 10 times, not at all below half a bit.
 * @law REGISTER-ASSUMPTIONS
 * @example strengthOf(9461) // 'for'
 */
export function strengthOf(milli_bits: number): Strength {
  const bits = Math.abs(milli_bits) / MILLI
  if (bits < LEAST) return 'nothing'
  const is_for = milli_bits > 0
  if (bits < CLEAR) return is_for ? 'weakly_for' : 'weakly_against'
  if (bits < STRONG) return is_for ? 'for' : 'against'
  return is_for ? 'strongly_for' : 'strongly_against'
}

/**
 * At most one pair in so many looks like this by chance alone, rounded down to two figures: of two different people where the weight
 * speaks for one person, of two records of one person where it speaks against. A weight is log2(m/u), and neither share
 * is more than all.
 * @law REGISTER-ASSUMPTIONS
 * @example oneIn(9461) // 700
 */
export function oneIn(milli_bits: number): number {
  const ratio = Math.min(MOST, 2 ** (Math.abs(milli_bits) / MILLI))
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(ratio)) - 1)
  return Math.floor(ratio / unit) * unit
}
