// How an answer is put: who is shown, in which words, how many fit as well, and what to ask next.
import type { Field, PersonFacts, RowCode } from '../matching/evidence.ts'
import { bestQuestion } from '../matching/explain.ts'
import type { Score } from '../matching/score.ts'
import { yearOf } from './match-card.ts'

/** LAW 3, DESIGN 5: results are capped. */
const MOST_SHOWN = 50
/** Scores within one bit of the best fit about as well. */
const AS_WELL = 1_000

/** Bits from which a fit is called by each word; those below the last are not shown. Assumed. */
export const FITS = [
  ['very_well', 20_000],
  ['well', 12_000],
  ['partly', 5_000],
  ['little', 0],
] as const
export type Fit = (typeof FITS)[number][0]

/**
 * A score in words; undefined when it speaks against.
 * @example fitOf(13_500) // 'well'
 */
export const fitOf = (milli_bits: number): Fit | undefined =>
  FITS.find(([, least]) => milli_bits >= least)?.[0]

/** Bits from which two records are probably of one person; a name alone never gives so many. Assumed. */
const PROBABLE = 12_000

/**
 * Whether a draft has to stop: much speaks for one person, and the name is not all that does.
 * @example isProbable({ milli_bits: 25_000, rows, vetoes: [] })
 */
export const isProbable = ({
  milli_bits,
  rows,
  vetoes,
}: Pick<Score, 'milli_bits' | 'rows' | 'vetoes'>): boolean =>
  vetoes.length === 0 &&
  milli_bits >= PROBABLE &&
  rows.some(({ field, milli_bits: bits }) => field !== 'name' && field !== 'sex' && bits > 0)

export interface Compared {
  readonly person_id: string
  readonly facts: PersonFacts
  readonly score: Score
}

/** Rows that weigh nothing, and still say which of two that score the same comes first. */
const COURTESIES: readonly RowCode[] = ['muhammad', 'syed', 'style', 'title_alike']
const MOST_YEARS = 99

/**
 * What tells apart those who fit to the same bit, the lowest first: fewer courtesies that differ (Muhammad, Syed, styles),
 * then births nearer to each other. No evidence: it moves no score and joins nobody.
 * @example tieOf({ birth: null }, { facts: NOTHING_KNOWN, score: { rows: [] } }) // 99
 */
export function tieOf(
  { birth }: Pick<PersonFacts, 'birth'>,
  { facts, score }: { facts: Pick<PersonFacts, 'birth'>; score: Pick<Score, 'rows'> },
): number {
  const differing = score.rows.filter(
    ({ code, query, candidate }) => COURTESIES.includes(code) && query !== candidate,
  )
  const years = birth && facts.birth ? Math.abs(yearOf(birth) - yearOf(facts.birth)) : MOST_YEARS
  return differing.length * (MOST_YEARS + 1) + Math.min(MOST_YEARS, years)
}

export interface Placed {
  readonly score: Pick<Score, 'milli_bits'>
  readonly tie: number
}
const wholeBits = ({ score }: Placed) => Math.round(score.milli_bits / 1_000)

/**
 * The order in which people are shown, the best first: by whole bits, then by what tells ties apart, then by the rest of
 * the score. A part left out of the father's name weighs some hundredths of a bit more than one of his own; that is chance.
 * @example byFit({ score: { milli_bits: 12_300 }, tie: 0 }, { score: { milli_bits: 12_400 }, tie: 99 }) // below 0
 */
export const byFit = (one: Placed, other: Placed): number =>
  wholeBits(other) - wholeBits(one) || one.tie - other.tie || other.score.milli_bits - one.score.milli_bits

export interface Answer<C extends Compared> {
  readonly shown: readonly C[]
  /** How many others fit as well as the best, within one bit. */
  readonly others_count: number
  /** What to ask to tell those apart; null where it would not help. */
  readonly ask: Field | null
}

/**
 * Who is shown of the candidates, the best first: nobody whose evidence speaks against, nobody who cannot be it.
 * @example answerOf(asked, []).others_count // 0
 */
export function answerOf<C extends Compared>(asked: PersonFacts, sorted: readonly C[]): Answer<C> {
  const fitting = sorted.filter(
    ({ score }) => score.vetoes.length === 0 && fitOf(score.milli_bits) !== undefined,
  )
  const best = Math.max(0, ...fitting.map(({ score }) => score.milli_bits))
  const alike = fitting.filter(({ score }) => score.milli_bits >= best - AS_WELL)
  const question =
    alike.length < 2
      ? undefined
      : bestQuestion(
          asked,
          alike.map(({ facts }) => facts),
        )
  return {
    shown: fitting.slice(0, MOST_SHOWN),
    others_count: Math.max(0, alike.length - 1),
    ask: question?.field ?? null,
  }
}
