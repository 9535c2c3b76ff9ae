import type { Match } from '../../contract/matches.ts'
import type { Reason } from '../../contract/searches.ts'
import { sentence } from '../searches/Reasons.tsx'
import { Card } from '../ui/Card.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

const MILLI = 1000
type Step = Reason & { sum: number }

/** The rows of the score in the order in which they were weighed, with the sum so far; the last sum is the score. */
export const Waterfall = ({ t, f, score, common }: PageProps<Match>) => {
  let sum = 0
  const steps: Step[] = score.reasons.map((reason) => {
    sum += reason.milli_bits
    return { ...reason, sum }
  })
  const bits = (milli_bits: number) => <bdi dir="ltr">{f.number(milli_bits / MILLI)}</bdi>
  return (
    <Card heading={t('matches.waterfall')}>
      <Table
        caption={t('matches.waterfall')}
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
      <h3>{t('matches.common')}</h3>
      {common.map(({ name, father, one_in }) => (
        <p key={name}>
          {father === null
            ? t('matches.common.alone', { count: one_in, name })
            : t('matches.common.with_father', { count: one_in, name, father })}
        </p>
      ))}
      <p class="small">{t('matches.common.what')}</p>
    </Card>
  )
}
