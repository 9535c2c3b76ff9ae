import { paths } from '../../contract/paths.ts'
import type { PersonLookers } from '../../contract/people.ts'
import { DisclosureTable } from '../disclosures/DisclosureTable.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Form } from '../ui/Form.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { PersonFrame } from './PersonFrame.tsx'

/** S12, second half: every look, with who, from which office, and for what purpose. */
export const LookersPage = (props: PageProps<PersonLookers>) => {
  const { person, looks, next, disclosures, t, f } = props
  const here = paths.personTab(person.person_id, 'lookers')
  return (
    <PersonFrame {...props} tab="lookers" title={t('people.title.lookers')}>
      <Card heading={t('people.lookers')}>
        <p>{t('people.lookers.what')}</p>
        <Table
          caption={t('people.lookers')}
          is_caption_hidden
          rows={looks}
          empty={t('people.lookers.none')}
          columns={[
            { head: t('people.look.when'), is_name: true, cell: (l) => f.dateTime(l.occurred_at) },
            {
              head: t('people.look.who'),
              cell: (l) => (
                <>
                  {l.officer[t.language]}
                  {l.role && <div class="small">{t(`roles.${l.role}`)}</div>}
                </>
              ),
            },
            { head: t('people.look.office'), cell: (l) => l.unit?.[t.language] ?? t('ui.not_known') },
            { head: t('people.look.what'), cell: (l) => t.find(`people.look.${l.action}`) ?? l.action },
            {
              head: t('people.look.why'),
              cell: (l) => (l.purpose ? t(`searches.purpose.${l.purpose}`) : t('ui.not_given')),
            },
          ]}
        />
        <Pager
          first_href={next ? here : null}
          next_href={next && `${here}?after=${next}`}
          shown_count={looks.length}
          t={t}
        />
      </Card>
      <Card heading={t('disclosures.of_person')}>
        <p>{t('disclosures.report.what')}</p>
        <Form action={paths.accessReports(person.person_id)}>
          <Button kind="plain">{t('disclosures.report')}</Button>
        </Form>
        <DisclosureTable rows={disclosures} {...{ t, f }} />
      </Card>
    </PersonFrame>
  )
}
