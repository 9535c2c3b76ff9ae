import { paths } from '../../contract/paths.ts'
import type { AddressGraded } from '../../contract/people.ts'
import type { PersonAddresses, VisitShown } from '../../contract/visits.ts'
import { sourceWords } from '../people/conviction-words.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Grade } from '../ui/Grade.tsx'
import { Flag } from '../ui/Light.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'

type Props = PageProps<PersonAddresses>

/** S9: every address with its source, who verified it and when, and each visit. */
export const AddressesPage = (props: Props) => {
  const { addresses, t } = props
  const [live, old] = [true, false].map((is_live) =>
    addresses.filter(({ superseded_at, to_on }) => (superseded_at === null && to_on === null) === is_live),
  ) as [AddressGraded[], AddressGraded[]]
  return (
    <PersonFrame {...props} tab="addresses" title={t('people.title.addresses')}>
      <Card heading={t('visits.live')}>
        <Addresses {...props} rows={live} caption={t('visits.live')} />
        <p class="small">{t('visits.grade.what')}</p>
      </Card>
      {old.length > 0 && (
        <Card heading={t('visits.old')}>
          <Addresses {...props} rows={old} caption={t('visits.old')} />
        </Card>
      )}
      <Visits {...props} />
    </PersonFrame>
  )
}

const Addresses = ({ rows, caption, t, f }: Props & { rows: readonly AddressGraded[]; caption: string }) => (
  <Table
    caption={caption}
    is_caption_hidden
    rows={rows}
    empty={t('visits.addresses.none')}
    columns={[
      {
        head: t('people.address'),
        is_name: true,
        cell: ({ text, district }) => (
          <>
            <bdi>{text}</bdi>
            {district && <div class="small">{district[t.language]}</div>}
          </>
        ),
      },
      {
        head: t('visits.since'),
        cell: ({ from_on, to_on }) => (
          <>
            {from_on ? f.date(from_on) : t('ui.not_known')}
            {to_on && ` ${t('visits.until', { day: f.date(to_on) })}`}
          </>
        ),
      },
      { head: t('people.source'), cell: (address) => sourceWords(address, t, f) },
      { head: t('visits.grade'), cell: (address) => <Grade address={address} {...{ t, f }} /> },
    ]}
  />
)

const Visits = (props: Props) => {
  const { person, visits, t } = props
  return (
    <Card
      heading={t('visits.title')}
      beside={
        person.may.record_visit && (
          <ButtonLink href={paths.newVisit(person.person_id)} kind="main">
            {t('visits.record')}
          </ButtonLink>
        )
      }
    >
      <Table
        caption={t('visits.title')}
        is_caption_hidden
        rows={visits}
        empty={t('visits.none')}
        columns={columnsOf(props)}
      />
    </Card>
  )
}

const columnsOf = ({ person, t, f }: Props): Column<VisitShown>[] => [
  { head: t('visits.on'), is_name: true, cell: ({ visited_on }) => f.date(visited_on) },
  {
    head: t('visits.result'),
    cell: ({ result, is_struck_out }) => (
      <>
        <Flag tone={is_struck_out ? 'plain' : result === 'found' ? 'green' : 'dark'}>
          {t(`visits.result.${result}`)}
        </Flag>
        {is_struck_out && ` (${t('stays.struck_out')})`}
      </>
    ),
  },
  { head: t('visits.address'), cell: ({ address }) => address && <bdi>{address}</bdi> },
  { head: t('visits.note'), cell: ({ note }) => note && <bdi>{note}</bdi> },
  {
    head: t('visits.by'),
    cell: ({ by, station }) => (
      <>
        {station?.[t.language]}
        <div class="small">{by[t.language]}</div>
      </>
    ),
  },
  {
    head: t('stays.act'),
    cell: ({ visit_id, is_struck_out }) =>
      person.may.propose_strikeout &&
      !is_struck_out && (
        <a href={paths.newStrikeout(person.person_id, 'visit', visit_id)}>{t('strikeouts.propose')}</a>
      ),
  },
]
