import type { FitShown, Reason } from '../../contract/searches.ts'
import { oneIn, type Strength, strengthOf } from '../../domain/matching/strength.ts'
import type { Key } from '../language/dictionary.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Flag, type Tone } from '../ui/Light.tsx'

type Compared = { field: Reason['field']; reasons: Reason[]; milli_bits: number }

const MILLI = 1000
const TONES: Record<Strength, Tone | 'plain'> = {
  ...({ strongly_for: 'green', for: 'green', weakly_for: 'plain', nothing: 'plain' } as const),
  ...({ weakly_against: 'plain', against: 'amber', strongly_against: 'red' } as const),
}

/** One reason as a sentence. */
export function sentence({ field, code, asked, held, per_million }: Reason, t: T, f: F): string {
  const values = {
    ...{ asked: asked ?? '', held: held ?? '', text: held ?? asked ?? '' },
    count: f.number(Math.round((per_million ?? 0) / 100) / 10),
  }
  const key: Key = `reasons.${code}`
  const reason = t.find(key, values) ?? key
  return field === 'father' ? t('reasons.of_father', { reason }) : reason
}

/** What was seen of each thing compared, and what it weighs together. */
export const comparedOf = (reasons: readonly Reason[]): Compared[] =>
  [...Map.groupBy(reasons, ({ field }) => field)].map(([field, of_field]) => ({
    ...{ field, reasons: of_field },
    milli_bits: of_field.reduce((sum, { milli_bits }) => sum + milli_bits, 0),
  }))

/** What was seen of one thing, a sentence a line; beside it stands whose it is. */
export const Seen = ({ reasons, t, f }: { reasons: readonly Reason[]; t: T; f: F }) => (
  <>
    {reasons.map((one, at) => (
      <div key={at}>{sentence({ ...one, field: 'name' }, t, f)}</div>
    ))}
  </>
)

/** How strongly it speaks, and how seldom chance would look like that. */
export const Says = ({ milli_bits, t }: { milli_bits: number; t: T }) => {
  const strength = strengthOf(milli_bits)
  return (
    <>
      <Flag tone={TONES[strength]}>{t(`matches.strength.${strength}`)}</Flag>
      {strength !== 'nothing' && oneIn(milli_bits) >= 2 && (
        <div class="small">
          {t(milli_bits > 0 ? 'matches.waterfall.chance' : 'matches.waterfall.slip', {
            number: oneIn(milli_bits),
          })}
        </div>
      )}
    </>
  )
}

type ArithmeticOptions = {
  score: Pick<FitShown, 'reasons' | 'milli_bits'>
  /** What the sum says, given its bits as written. */
  total: (bits: string) => string
  t: T
  f: F
}

/** The rows of the score in the order in which they were weighed, with the sum so far; the last sum is the score. */
export const Arithmetic = ({ score, total, t, f }: ArithmeticOptions) => {
  let sum = 0
  const bits = (milli_bits: number) => <bdi dir="ltr">{f.number(milli_bits / MILLI)}</bdi>
  return (
    <details class="explain">
      <summary>{t('matches.arithmetic')}</summary>
      <p class="small">{t('matches.arithmetic.what')}</p>
      <ol>
        {score.reasons.map((reason, at) => {
          sum += reason.milli_bits
          return (
            <li key={at}>
              {sentence(reason, t, f)}
              <div class="small">
                {t('matches.waterfall.bits')}: {bits(reason.milli_bits)}
                {' — '}
                {t('matches.waterfall.sum')}: {bits(sum)}
              </div>
            </li>
          )
        })}
      </ol>
      <p>{total(f.number(score.milli_bits / MILLI))}</p>
    </details>
  )
}
