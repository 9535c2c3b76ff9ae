import type { ComponentChildren } from 'preact'
import { paths } from '../../contract/paths.ts'
import type { FoundPerson, NameAnswer, Search, Understood } from '../../contract/searches.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { Reasons } from './Reasons.tsx'

/** A kept search: what was asked and why, and whom it found among those the officer may see. */
export const SearchPage = (props: PageProps<Search>) => {
  const { t, f, results } = props
  return (
    <Page {...props} title={t('searches.result')} part="navigation.find">
      <h1>{t('searches.result')}</h1>
      <Asked {...props} />
      {props.answer && <Read answer={props.answer} {...{ t, f }} />}
      {results.length === 0 ? (
        <Notice kind="info" t={t} heading={t('searches.nobody')}>
          {t('searches.nobody.what')}
        </Notice>
      ) : (
        <section class="card">
          <Found people={results} cleared_ids={props.answer?.cleared_ids ?? []} {...{ t, f }} />
          {props.answer && <p class="small">{t('searches.fit.what')}</p>}
        </section>
      )}
      {props.answer && results.length > 0 && <NoneFits {...props} />}
      <ButtonLink href={paths.searches()}>{t('searches.again')}</ButtonLink>
    </Page>
  )
}

/** What was understood of the words, how many fit as well, and what to ask next. */
const Read = ({ answer, t, f }: { answer: NameAnswer } & Pick<PageProps<Search>, 't' | 'f'>) => (
  <Card heading={t('searches.understood')}>
    <Facts facts={understood(answer.understood, t, f)} />
    {answer.others_count > 0 && (
      <Notice kind="info" t={t} heading={t('searches.others', { count: answer.others_count })}>
        {answer.ask && t('searches.others.ask', { field: t(`searches.field.${answer.ask}`) })}
      </Notice>
    )}
  </Card>
)

function understood(of: Understood, t: FoundOptions['t'], f: FoundOptions['f']) {
  const words = (text: string) => <bdi dir="auto">{text}</bdi>
  const facts: Record<string, [label: string, value: ComponentChildren]> = {}
  if (of.name !== '') facts['name'] = [t('searches.understood.name'), words(of.name)]
  if (of.aliases.length > 0) facts['aliases'] = [t('searches.understood.aliases'), words(f.list(of.aliases))]
  if (of.father) facts['father'] = [t('searches.understood.father'), words(of.father)]
  if (of.born_on) facts['born'] = [t('searches.understood.born'), f.date(of.born_on)]
  if (of.born_year !== null) facts['born'] = [t('searches.understood.born'), f.year(of.born_year)]
  if (of.age_years !== null)
    facts['age'] = [t('searches.understood.age'), t('searches.understood.age_years', { years: of.age_years })]
  if (of.district) facts['district'] = [t('searches.understood.district'), of.district[t.language]]
  if (of.cnic) facts['cnic'] = [t('searches.kind.cnic'), <Identifier key="cnic">{of.cnic}</Identifier>]
  return Object.values(facts).map(([label, value]) => ({ label, value }))
}

const NoneFits = ({ search_id, none_said_at, t, f }: PageProps<Search>) =>
  none_said_at ? (
    <p>{t('searches.none_fits.said', { time: f.dateTime(none_said_at) })}</p>
  ) : (
    <Form action={paths.searchNone(search_id)}>
      <p class="small">{t('searches.none_fits.what')}</p>
      <Button kind="plain">{t('searches.none_fits')}</Button>
    </Form>
  )

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

type FoundOptions = { people: readonly FoundPerson[]; cleared_ids: readonly string[] } & Pick<
  PageProps<Search>,
  't' | 'f'
>

const Found = ({ people, cleared_ids, t, f }: FoundOptions) => (
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
            {cleared_ids.includes(p.person_id) && <Flag tone="amber">{t('searches.cleared')}</Flag>}
          </a>
        ),
      },
      { head: t('searches.father'), cell: (p) => <Name name={p.father} t={t} /> },
      { head: t('searches.kind.record_number'), cell: (p) => <Numbers person={p} t={t} /> },
      {
        head: t('searches.kind.cnic'),
        cell: (p) => (p.cnic_tail ? <Identifier>{f.maskedCnic(p.cnic_tail)}</Identifier> : t('ui.none')),
      },
      { head: t('searches.born'), cell: (p) => (p.born_year ? f.year(p.born_year) : t('ui.not_known')) },
      { head: t('searches.station'), cell: (p) => p.station[t.language] },
      { head: t('searches.why'), cell: (p) => <Why person={p} {...{ t, f }} /> },
    ]}
  />
)

/** His record's number, and those of his others. */
const Numbers = ({ person, t }: { person: FoundPerson } & Pick<FoundOptions, 't'>) => (
  <>
    <Identifier>{person.record_number}</Identifier>
    {person.with_records.map((number) => (
      <div class="small" key={number}>
        {t('searches.with_record')} <Identifier>{number}</Identifier>
      </div>
    ))}
  </>
)

const Why = ({
  person: { matched, score },
  t,
  f,
}: { person: FoundPerson } & Pick<FoundOptions, 't' | 'f'>) =>
  score ? (
    <Reasons score={score} {...{ t, f }} />
  ) : (
    <>
      {t(`searches.matched.${matched.on}`)}
      {matched.is_superseded && <div class="small">{t('searches.matched.superseded')}</div>}
    </>
  )
