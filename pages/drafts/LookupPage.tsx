import type { LookupView } from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import { Reasons } from '../searches/Reasons.tsx'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { BureauCompares, versionOf } from './DraftFrame.tsx'

type Props = PageProps<LookupView & { now: string }>
type Person = LookupView['people'][number]

/** What the look-up found within the officer's scope; of all else it says what it says of every draft. */
export const LookupPage = (props: Props) => {
  const { t, people, draft_id, is_stopped } = props
  return (
    <Page {...props} title={t('drafts.lookup.result')} part="navigation.drafts">
      <h1>{t('drafts.lookup.result')}</h1>
      {is_stopped && (
        <Notice kind="warning" t={t} heading={t('drafts.lookup.probable')}>
          {t('drafts.lookup.probable.what')}
        </Notice>
      )}
      {people.length > 0 && (
        <section class="card">
          {!is_stopped && <p>{t('drafts.lookup.found', { count: people.length })}</p>}
          {people.map((person) => (
            <Found key={person.person_id} {...props} person={person} />
          ))}
        </section>
      )}
      <BureauCompares t={t} />
      {is_stopped ? (
        <Form action={paths.draftDistinct(draft_id, props.search_id)} hidden={versionOf(props)}>
          <Button>{t('drafts.lookup.distinct')}</Button>
        </Form>
      ) : (
        <ButtonLink href={paths.draftStep(draft_id, 'person')} kind="main">
          {t('drafts.lookup.on')}
        </ButtonLink>
      )}
    </Page>
  )
}

const Found = (props: Props & { person: Person }) => {
  const { t, draft_id, person } = props
  return (
    <>
      <p>
        {t('drafts.lookup.record')}: <Identifier>{person.record_number}</Identifier>
      </p>
      {props.is_stopped && <SideBySide {...props} />}
      <Buttons>
        <Form
          action={paths.draftAct(draft_id, 'further-convictions')}
          hidden={{ ...versionOf(props), person_id: person.person_id }}
        >
          <Button kind="plain">{t('drafts.further.say')}</Button>
        </Form>
        <ButtonLink href={paths.person(person.person_id)}>{t('drafts.lookup.open')}</ButtonLink>
      </Buttons>
    </>
  )
}

/** The draft's person and the one on the register, line by line, and how well they fit. */
const SideBySide = ({ t, f, draft_person, person }: Props & { person: Person }) => (
  <>
    <Table
      caption={t('drafts.lookup.why')}
      is_caption_hidden
      rows={[
        { of: t('drafts.lookup.draft'), ...draft_person },
        { of: t('drafts.lookup.held'), ...person },
      ]}
      empty=""
      columns={[
        { head: t('drafts.lookup.why'), is_name: true, cell: ({ of }) => of },
        { head: t('drafts.lookup.name'), cell: ({ name }) => <Name name={name} t={t} /> },
        { head: t('drafts.lookup.father'), cell: ({ father }) => <Name name={father} t={t} /> },
        {
          head: t('drafts.lookup.born'),
          cell: ({ born_year }) => (born_year ? f.year(born_year) : t('ui.not_known')),
        },
      ]}
    />
    {person.score && <Reasons score={person.score} {...{ t, f }} />}
  </>
)
