import type { Match } from '../../contract/matches.ts'
import type { Reason } from '../../contract/searches.ts'
import { oneIn, type Strength, strengthOf } from '../../domain/matching/strength.ts'
import { sentence } from '../searches/Reasons.tsx'
import { Card } from '../ui/Card.tsx'
import { Flag, type Tone } from '../ui/Light.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

type Props = PageProps<Match>
type Field = Reason['field']
type Compared = { field: Field; reasons: Reason[]; milli_bits: number }

const MILLI = 1000
const TONES: Record<Strength, Tone | 'plain'> = {
  ...({ strongly_for: 'green', for: 'green', weakly_for: 'plain', nothing: 'plain' } as const),
  ...({ weakly_against: 'plain', against: 'amber', strongly_against: 'red' } as const),
}

/** What was seen of each thing compared, and what it weighs together. */
const comparedOf = (reasons: readonly Reason[]): Compared[] =>
  [...Map.groupBy(reasons, ({ field }) => field)].map(([field, of_field]) => ({
    ...{ field, reasons: of_field },
    milli_bits: of_field.reduce((sum, { milli_bits }) => sum + milli_bits, 0),
  }))

/** What the comparison says, in words; how it was counted lies behind them. */
export const Waterfall = (props: Props) => {
  const { t, f, score } = props
  return (
    <Card heading={t('matches.waterfall')}>
      <Common {...props} />
      <Table
        caption={t('matches.waterfall')}
        is_caption_hidden
        rows={comparedOf(score.reasons)}
        empty={t('matches.not_known')}
        columns={[
          {
            head: t('matches.waterfall.field'),
            is_name: true,
            cell: ({ field }) => t(`matches.field.${field}`),
          },
          {
            head: t('matches.waterfall.reason'),
            cell: ({ reasons }) =>
              // The row says whose name it is.
              reasons.map((one, at) => <div key={at}>{sentence({ ...one, field: 'name' }, t, f)}</div>),
          },
          { head: t('matches.waterfall.says'), cell: (one) => <Says milli_bits={one.milli_bits} t={t} /> },
        ]}
      />
      <p>
        <strong>{t('matches.waterfall.together')}</strong> <Says milli_bits={score.milli_bits} t={t} />
      </p>
      <p class="small">{t('matches.waterfall.many')}</p>
      <Arithmetic {...props} />
    </Card>
  )
}

/** How strongly it speaks, and how seldom chance would look like that. */
const Says = ({ milli_bits, t }: { milli_bits: number; t: Props['t'] }) => {
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

const Common = ({ common, t }: Props) =>
  common.length === 0 ? null : (
    <>
      {common.map(({ name, father, one_in }) => (
        <p key={name}>
          {father === null
            ? t('matches.common.alone', { count: one_in, name })
            : t('matches.common.with_father', { count: one_in, name, father })}
        </p>
      ))}
      <p class="small">{t('matches.common.what')}</p>
    </>
  )

type Step = Reason & { sum: number }

/** The rows of the score in the order in which they were weighed, with the sum so far; the last sum is the score. */
const Arithmetic = ({ score, t, f }: Props) => {
  let sum = 0
  const steps: Step[] = score.reasons.map((reason) => {
    sum += reason.milli_bits
    return { ...reason, sum }
  })
  const bits = (milli_bits: number) => <bdi dir="ltr">{f.number(milli_bits / MILLI)}</bdi>
  return (
    <details>
      <summary>{t('matches.arithmetic')}</summary>
      <p class="small">{t('matches.arithmetic.what')}</p>
      <Table
        caption={t('matches.arithmetic')}
        is_caption_hidden
        rows={steps}
        empty={t('matches.not_known')}
        columns={[
          { head: t('matches.waterfall.reason'), is_name: true, cell: (step) => sentence(step, t, f) },
          { head: t('matches.waterfall.bits'), is_number: true, cell: (step) => bits(step.milli_bits) },
          { head: t('matches.waterfall.sum'), is_number: true, cell: (step) => bits(step.sum) },
        ]}
      />
      <p>{t('matches.waterfall.total', { bits: f.number(score.milli_bits / MILLI) })}</p>
    </details>
  )
}
