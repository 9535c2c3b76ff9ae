import { paths } from '../../contract/paths.ts'
import type { TransferList, TransferRow } from '../../contract/transfers.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { clockTone, clockWords } from './clock-words.ts'

type Props = PageProps<TransferList>

/** S19: offered, accepted, refused, late; and that nobody is without an owner. */
export const TransfersPage = (props: Props) => {
  const { t, unowned_count } = props
  return (
    <Page {...props} title={t('transfers.title')} part="navigation.transfers">
      <h1>{t('transfers.title')}</h1>
      <p>{t('transfers.what')}</p>
      {unowned_count > 0 ? (
        <Notice kind="warning" t={t} heading={t('transfers.unowned', { count: unowned_count })}>
          {t('transfers.unowned.what')}
        </Notice>
      ) : (
        <p class="small">{t('transfers.unowned.none')}</p>
      )}
      <Open {...props} />
      <Moved {...props} />
      <Answered {...props} />
    </Page>
  )
}

const placeColumns = ({ t, f }: Props): Column<TransferRow>[] => [
  {
    head: t('transfers.offered'),
    is_name: true,
    cell: (row) => <a href={paths.transfer(row.transfer_id)}>{f.dateTime(row.offered_at)}</a>,
  },
  { head: t('transfers.from'), cell: (row) => `${row.from[t.language]}, ${row.from_district[t.language]}` },
  { head: t('transfers.to'), cell: (row) => `${row.to[t.language]}, ${row.to_district[t.language]}` },
]

const Open = (props: Props) => {
  const { open, t, f } = props
  return (
    <Card heading={t('transfers.open')}>
      <Table
        caption={t('transfers.open')}
        is_caption_hidden
        rows={open}
        empty={t('transfers.open.none')}
        columns={[
          ...placeColumns(props),
          {
            head: t('transfers.clock'),
            cell: ({ clock, is_receiver }) =>
              clock && (
                <>
                  <Flag tone={clockTone(clock)}>{clockWords(clock, t, f)}</Flag>{' '}
                  {is_receiver && <Flag tone="plain">{t('transfers.for_you')}</Flag>}
                </>
              ),
          },
        ]}
      />
    </Card>
  )
}

const Moved = ({ moved, may_offer, t, f }: Props) =>
  moved.length === 0 ? null : (
    <Card heading={t('transfers.moved')}>
      <p>{t('transfers.moved.what')}</p>
      <Table
        caption={t('transfers.moved')}
        is_caption_hidden
        rows={moved}
        empty=""
        columns={[
          {
            head: t('transfers.record'),
            is_name: true,
            cell: (one) => <Identifier>{one.record_number}</Identifier>,
          },
          { head: t('transfers.moved.district'), cell: ({ district }) => district[t.language] },
          { head: t('transfers.moved.since'), cell: ({ since_on }) => (since_on ? f.date(since_on) : '—') },
          ...(may_offer
            ? [
                {
                  head: t('transfers.offer'),
                  cell: (one: Props['moved'][number]) => (
                    <ButtonLink href={paths.newTransfer(one.person_id)}>
                      {t('transfers.moved.offer')}
                    </ButtonLink>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )

const Answered = (props: Props) => {
  const { answered, t, f } = props
  return (
    <Card heading={t('transfers.answered')}>
      <Table
        caption={t('transfers.answered')}
        is_caption_hidden
        rows={answered}
        empty={t('transfers.answered.none')}
        columns={[
          ...placeColumns(props),
          {
            head: t('transfers.answer'),
            cell: ({ answer, answer_reason, answered_at }) => (
              <>
                {answer && t(`transfers.answer.${answer}`)}
                <div class="small">
                  {answered_at && f.dateTime(answered_at)}
                  {answer_reason && `${between(t)}${t(`transfers.reason.${answer_reason}`)}`}
                </div>
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
