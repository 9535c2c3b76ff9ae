import type { FitShown, Reason } from '../../contract/searches.ts'
import type { Key } from '../language/dictionary.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'

const MILLI = 1000

/** Bits with one digit behind the point, and their sign. */
const signed = (milli_bits: number, f: F) =>
  `${milli_bits < 0 ? '−' : '+'}${f.number(Math.abs(Math.round(milli_bits / 100) / 10))}`

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

type ReasonsOptions = { score: FitShown; t: T; f: F }

/** How well somebody fits in words, and behind it every reason with its weight; they sum to the score exactly. */
export const Reasons = ({ score, t, f }: ReasonsOptions) => (
  <details class="explain">
    <summary>
      <strong>{t(`searches.fit.${score.fit}`)}</strong> <span class="how">{t('searches.reasons')}</span>
    </summary>
    <Weighed
      heading={t('searches.reasons.for')}
      reasons={score.reasons.filter(({ milli_bits }) => milli_bits > 0)}
      {...{ t, f }}
    />
    <Weighed
      heading={t('searches.reasons.against')}
      reasons={score.reasons.filter(({ milli_bits }) => milli_bits < 0)}
      {...{ t, f }}
    />
    <Weighed
      heading={t('searches.reasons.nothing')}
      reasons={score.reasons.filter(({ milli_bits }) => milli_bits === 0)}
      {...{ t, f }}
    />
    {score.missing.length > 0 && (
      <p class="small">
        {t('searches.reasons.missing.what', {
          fields: f.list(score.missing.map((field) => t(`searches.field.${field}`))),
        })}
      </p>
    )}
    <p class="small">{t('searches.fit.bits', { bits: f.number(score.milli_bits / MILLI) })}</p>
  </details>
)

type WeighedOptions = { heading: string; reasons: readonly Reason[]; t: T; f: F }

const Weighed = ({ heading, reasons, t, f }: WeighedOptions) =>
  reasons.length === 0 ? null : (
    <>
      <p class="small">{heading}</p>
      <ul>
        {reasons.map((reason, at) => (
          <li key={at}>
            {sentence(reason, t, f)}{' '}
            {reason.milli_bits !== 0 && (
              <bdi dir="ltr" class="muted">
                {signed(reason.milli_bits, f)}
              </bdi>
            )}
          </li>
        ))}
      </ul>
    </>
  )
