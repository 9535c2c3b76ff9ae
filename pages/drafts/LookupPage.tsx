import type { LookupView } from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { BureauCompares, versionOf } from './DraftFrame.tsx'

type Props = PageProps<LookupView & { now: string }>

/** What the look-up found within the officer's scope; of all else it says what it says of every draft. */
export const LookupPage = (props: Props) => {
  const { t, people, draft_id } = props
  return (
    <Page {...props} title={t('drafts.lookup.result')} part="navigation.drafts">
      <h1>{t('drafts.lookup.result')}</h1>
      {people.length > 0 && (
        <section class="card">
          <p>{t('drafts.lookup.found', { count: people.length })}</p>
          {people.map((person) => (
            <Found key={person.person_id} {...props} person={person} />
          ))}
        </section>
      )}
      <BureauCompares t={t} />
      <ButtonLink href={paths.draftStep(draft_id, 'person')} kind="main">
        {t('drafts.lookup.on')}
      </ButtonLink>
    </Page>
  )
}

const Found = (props: Props & { person: LookupView['people'][number] }) => {
  const { t, draft_id, person } = props
  return (
    <>
      <p>
        {t('drafts.lookup.record')}: <Identifier>{person.record_number}</Identifier>
      </p>
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
