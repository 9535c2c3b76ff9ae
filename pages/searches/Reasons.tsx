import type { FitShown } from '../../contract/searches.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Arithmetic, comparedOf, Says, Seen } from './Evidence.tsx'

type ReasonsOptions = { score: FitShown; t: T; f: F }

/** How well somebody fits in words; behind it what each thing says, and behind that how it was counted. */
export const Reasons = ({ score, t, f }: ReasonsOptions) => (
  <details class="explain">
    <summary>
      <strong>{t(`searches.fit.${score.fit}`)}</strong> <span class="how">{t('searches.reasons')}</span>
    </summary>
    <ul>
      {comparedOf(score.reasons).map(({ field, reasons, milli_bits }) => (
        <li key={field}>
          <strong>{t(`matches.field.${field}`)}</strong>
          <Seen reasons={reasons} {...{ t, f }} />
          <Says milli_bits={milli_bits} t={t} />
        </li>
      ))}
    </ul>
    {score.missing.length > 0 && (
      <p class="small">
        {t('searches.reasons.missing.what', {
          fields: f.list(score.missing.map((field) => t(`searches.field.${field}`))),
        })}
      </p>
    )}
    <Arithmetic score={score} total={(bits) => t('searches.fit.bits', { bits })} {...{ t, f }} />
  </details>
)
