import { paths } from '../../contract/paths.ts'
import type { FoundPerson, Search } from '../../contract/searches.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

/** A kept search: what was asked and why, and whom it found among those the officer may see. */
export const SearchPage = (props: PageProps<Search>) => {
  const { t, f, results } = props
  return (
    <Page {...props} title={t('searches.result')} part="navigation.find">
      <h1>{t('searches.result')}</h1>
      <Asked {...props} />
      {results.length === 0 ? (
        <Notice kind="info" t={t} heading={t('searches.nobody')}>
          {t('searches.nobody.what')}
        </Notice>
      ) : (
        <section class="card">
          <Found people={results} {...{ t, f }} />
        </section>
      )}
      <ButtonLink href={paths.searches()}>{t('searches.again')}</ButtonLink>
    </Page>
  )
}

const Asked = ({ kind, query, purpose, case_reference, searched_at, t, f }: PageProps<Search>) => (
  <section class="card">
    <Facts
      facts={[
        ...(query === ''
          ? []
          : [{ label: t(`searches.kind.${kind}`), value: <bdi dir="auto">{query}</bdi> }]),
        { label: t('searches.purpose'), value: t(`searches.purpose.${purpose}`) },
        {
          label: t('searches.case_reference'),
          value: <bdi dir="auto">{case_reference ?? t('ui.not_given')}</bdi>,
        },
        { label: t('searches.when'), value: f.dateTime(searched_at) },
      ]}
    />
  </section>
)

type FoundOptions = { people: readonly FoundPerson[] } & Pick<PageProps<Search>, 't' | 'f'>

const Found = ({ people, t, f }: FoundOptions) => (
  <Table
    caption={t('searches.found_count', { count: people.length })}
    rows={people}
    empty={t('searches.nobody')}
    columns={[
      {
        head: t('searches.record'),
        is_name: true,
        cell: (p) => (
          <a href={paths.person(p.person_id)}>
            <Name name={p.name} t={t} />
          </a>
        ),
      },
      { head: t('searches.father'), cell: (p) => <Name name={p.father} t={t} /> },
      { head: t('searches.kind.record_number'), cell: (p) => <Identifier>{p.record_number}</Identifier> },
      {
        head: t('searches.kind.cnic'),
        cell: (p) => (p.cnic_tail ? <Identifier>{f.maskedCnic(p.cnic_tail)}</Identifier> : t('ui.none')),
      },
      { head: t('searches.born'), cell: (p) => (p.born_year ? f.year(p.born_year) : t('ui.not_known')) },
      { head: t('searches.station'), cell: (p) => p.station[t.language] },
      { head: t('searches.why'), cell: (p) => <Why person={p} t={t} /> },
    ]}
  />
)

const Why = ({ person: { matched }, t }: { person: FoundPerson; t: FoundOptions['t'] }) => (
  <>
    {t(`searches.matched.${matched.on}`)}
    {matched.is_superseded && <div class="small">{t('searches.matched.superseded')}</div>}
  </>
)
