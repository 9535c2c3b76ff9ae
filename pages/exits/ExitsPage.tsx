import type { ExitList } from '../../contract/exits.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

/** Certificates that wait, oldest first; each row leads to its one act. */
export const ExitsPage = (props: PageProps<ExitList>) => {
  const { exits, t, f } = props
  return (
    <Page {...props} title={t('exits.title')} part="navigation.day">
      <h1>{t('exits.title')}</h1>
      <p>{t('exits.what')}</p>
      <Table
        caption={t('exits.title')}
        is_caption_hidden
        rows={exits}
        empty={t('exits.none')}
        columns={[
          {
            head: t('exits.who'),
            is_name: true,
            cell: ({ name, record_number }) => (
              <>
                <Name name={name} t={t} />
                <div class="small">
                  <Identifier>{record_number}</Identifier>
                </div>
              </>
            ),
          },
          { head: t('exits.ground'), cell: ({ ground }) => t(`exits.ground.${ground}`) },
          { head: t('exits.left_on'), cell: ({ left_on }) => f.date(left_on) },
          { head: t('exits.station'), cell: ({ station }) => station[t.language] },
          {
            head: t('exits.state'),
            cell: ({ has_certificate }) => (
              <Flag tone="amber">{t(has_certificate ? 'exits.to_hand_over' : 'exits.to_print')}</Flag>
            ),
          },
          {
            head: t('exits.act'),
            cell: ({ exit_id, person_id }) =>
              exit_id ? (
                <a href={paths.exit(exit_id)}>{t('exits.open')}</a>
              ) : (
                <Form action={paths.personTab(person_id, 'exits')}>
                  <Button kind="link">{t('exits.begin')}</Button>
                </Form>
              ),
          },
        ]}
      />
    </Page>
  )
}
