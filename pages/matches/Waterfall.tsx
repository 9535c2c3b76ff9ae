import type { Match } from '../../contract/matches.ts'
import { Arithmetic, comparedOf, Says, Seen } from '../searches/Evidence.tsx'
import { Card } from '../ui/Card.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

type Props = PageProps<Match>

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
            cell: ({ reasons }) => <Seen reasons={reasons} {...{ t, f }} />,
          },
          { head: t('matches.waterfall.says'), cell: (one) => <Says milli_bits={one.milli_bits} t={t} /> },
        ]}
      />
      <p>
        <strong>{t('matches.waterfall.together')}</strong> <Says milli_bits={score.milli_bits} t={t} />
      </p>
      <p class="small">{t('matches.waterfall.many')}</p>
      <Arithmetic total={(bits) => t('matches.waterfall.total', { bits })} {...{ score, t, f }} />
    </Card>
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
