import { paths } from '../../contract/paths.ts'
import type { StalledList } from '../../contract/takeovers.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

type Props = PageProps<StalledList>

/** An exception: drafts that wait for an officer who may no longer act, and the one act that moves them. */
export const TakeoversPage = (props: Props) => {
  const { t, f, form, stalled } = props
  return (
    <Page {...props} title={t('takeovers.title')} part="navigation.drafts">
      <ErrorSummary form={form} labels={{}} t={t} />
      <h1>{t('takeovers.title')}</h1>
      <p class="lead">{t('takeovers.what')}</p>
      <section class="card">
        <Table
          caption={t('takeovers.title')}
          is_caption_hidden
          rows={stalled}
          empty={t('takeovers.none')}
          columns={[
            {
              head: t('takeovers.officer'),
              is_name: true,
              cell: (one) => (
                <>
                  <bdi>{one.officer[t.language]}</bdi>
                  <div class="small">{t(`roles.${one.role}`)}</div>
                </>
              ),
            },
            { head: t('takeovers.unit'), cell: (one) => one.unit[t.language] },
            { head: t('takeovers.drafts'), is_number: true, cell: (one) => f.number(one.draft_count) },
            { head: t('takeovers.since'), cell: (one) => f.dateTime(one.oldest_at) },
            { head: t('takeovers.act'), cell: (one) => <Take {...{ one, t }} /> },
          ]}
        />
      </section>
    </Page>
  )
}

const Take = ({ one, t }: { one: StalledList['stalled'][number] } & Pick<Props, 't'>) =>
  one.may_take ? (
    <Form action={paths.takeovers()} hidden={{ posting_id: one.posting_id }}>
      <Button>{t('takeovers.do')}</Button>
    </Form>
  ) : (
    <span class="muted">{t('takeovers.by_office')}</span>
  )
