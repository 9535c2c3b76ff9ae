import type { UndecidedList } from '../../contract/breaches.ts'
import { paths } from '../../contract/paths.ts'
import { Card } from '../ui/Card.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { lapseWords, openableWords, reasonOf } from './words.ts'

type Props = PageProps<UndecidedList>

/** Every lapse past the limit that nobody has decided on; none falls between. */
export const UndecidedPage = (props: Props) => {
  const { t, f, limit_on, count, stale_count, lapses, next } = props
  return (
    <Page {...props} title={t('breaches.undecided')} part="navigation.breaches">
      <h1>{t('breaches.undecided')}</h1>
      <p>{t('breaches.undecided.what', { day: f.date(limit_on) })}</p>
      {stale_count > 0 && (
        <Notice kind="warning" t={t} heading={t('breaches.undecided.stale', { count: stale_count })} />
      )}
      <p>
        <strong>{t('breaches.undecided.count', { count })}</strong>
      </p>
      <ByPlace {...props} />
      <Lapses {...props} />
      {lapses.length > 0 && (
        <Pager
          first_href={null}
          next_href={next && `${paths.breaches()}?after=${encodeURIComponent(next)}`}
          shown_count={lapses.length}
          t={t}
        />
      )}
    </Page>
  )
}

const ByPlace = ({ by_place, t, f }: Props) =>
  by_place.length === 0 ? null : (
    <Card heading={t('breaches.by_place')}>
      <Table
        caption={t('breaches.by_place')}
        is_caption_hidden
        rows={by_place}
        empty=""
        columns={[
          { head: t('breaches.place'), is_name: true, cell: ({ place }) => place[t.language] },
          { head: t('breaches.count'), is_number: true, cell: ({ count }) => f.number(count) },
        ]}
      />
    </Card>
  )

const Lapses = ({ lapses, viewer, t, f }: Props) => (
  <Table
    caption={t('breaches.undecided')}
    is_caption_hidden
    rows={lapses}
    empty={t('breaches.undecided.none')}
    columns={[
      {
        head: t('breaches.record'),
        is_name: true,
        cell: (one) => (
          <a href={hrefOf(one, viewer?.role)}>
            <Identifier>{one.record_number}</Identifier>
          </a>
        ),
      },
      { head: t('breaches.duty'), cell: ({ duty }) => t(`breaches.duty.${duty}`) },
      { head: t('breaches.due_on'), cell: ({ due_on }) => f.date(due_on) },
      { head: t('breaches.late'), cell: ({ state, days_late }) => lapseWords(state, days_late, t, f) },
      {
        head: t('breaches.stands'),
        cell: ({ refused_by, openable }) =>
          refused_by ? (
            <>
              <Flag tone="grey">{t('breaches.check.failed')}</Flag>{' '}
              <span class="small">{reasonOf(refused_by, t, f)}</span>
              <div class="small">{openableWords(openable, t, f)}</div>
            </>
          ) : (
            <Flag tone="amber">{t('breaches.stands.passes')}</Flag>
          ),
      },
      { head: t('breaches.contact_count'), is_number: true, cell: (one) => f.number(one.contact_count) },
      { head: t('breaches.station'), cell: ({ station }) => station[t.language] },
    ]}
  />
)

/** The breach that is open, else the person's lapses; who may not act on them is led to the record. */
function hrefOf({ breach_id, person_id }: UndecidedList['lapses'][number], role: string | undefined): string {
  if (breach_id) return paths.breach(breach_id)
  const only_sees = role === 'district_police_officer' || role === 'legal_officer'
  return only_sees ? paths.person(person_id) : paths.newBreach(person_id)
}
