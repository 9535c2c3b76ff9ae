import type { AgencyLinks } from '../../contract/agencies.ts'
import { paths } from '../../contract/paths.ts'
import { Button, Buttons } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Form } from '../ui/Form.tsx'
import { Flag } from '../ui/Light.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

type Props = PageProps<AgencyLinks>
type One = AgencyLinks['agencies'][number]

/** The officer's own word on which system acts for him. */
export const AgencyLinksPage = (props: Props) => {
  const { t, f, form, agencies, lent_minutes } = props
  return (
    <Page {...props} title={t('agencies.links.title')} part="navigation.agency_links">
      <h1>{t('agencies.links.title')}</h1>
      <ErrorSummary form={form} labels={{}} t={t} />
      <p class="lead">{t('agencies.links.lead')}</p>
      <section class="card">
        <Table
          caption={t('agencies.links.title')}
          is_caption_hidden
          rows={agencies}
          empty={t('agencies.links.none')}
          columns={[
            { head: t('agencies.links.system'), is_name: true, cell: (one) => one.name[t.language] },
            { head: t('agencies.links.state'), cell: (one) => <State {...{ one, t, f }} /> },
            { head: t('agencies.links.act'), cell: (one) => <Acts {...{ one, t, f, lent_minutes }} /> },
          ]}
        />
      </section>
    </Page>
  )
}

const State = ({ one: { link }, t, f }: { one: One } & Pick<Props, 't' | 'f'>) => {
  if (!link) return <Flag tone="plain">{t('agencies.links.not_allowed')}</Flag>
  return (
    <>
      <div>{t('agencies.links.since', { at: f.dateTime(link.consented_at) })}</div>
      {link.lent_until_at && (
        <Flag tone="amber">{t('agencies.links.lent', { at: f.time(link.lent_until_at) })}</Flag>
      )}
    </>
  )
}

type Acting = { one: One } & Pick<Props, 't' | 'f' | 'lent_minutes'>

const Acts = ({ one: { agency_id, link }, t, f, lent_minutes }: Acting) =>
  link ? (
    <Buttons>
      <Form action={paths.agencyLinkAct(link.link_id, 'loans')}>
        <Button kind="plain">{t('agencies.links.lend', { minutes: f.number(lent_minutes) })}</Button>
      </Form>
      <Form action={paths.agencyLinkAct(link.link_id, 'endings')}>
        <Button kind="plain">{t('agencies.links.end')}</Button>
      </Form>
    </Buttons>
  ) : (
    <Form action={paths.agencyLinks()} hidden={{ agency_id }}>
      <Button kind="plain">{t('agencies.links.consent')}</Button>
    </Form>
  )
