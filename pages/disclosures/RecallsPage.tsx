import { RECALL_LISTS, type RecallList } from '../../contract/disclosures.ts'
import { paths } from '../../contract/paths.ts'
import { RECALL_SAID } from '../../domain/disclosure/disclosure.ts'
import { Button } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { DisclosureTabs } from './DisclosureTabs.tsx'

type Props = PageProps<RecallList>
type Recall = RecallList['recalls'][number]

/** Copies that are called back: whoever holds one says in one act that it is gone. */
export const RecallsPage = (props: Props) => {
  const { t, f, form, list, counts, recalls, viewer } = props
  return (
    <Page {...props} title={t('recalls.title')} part="navigation.checks">
      <ErrorSummary form={form} labels={{}} t={t} />
      <h1>{t('recalls.title')}</h1>
      <p class="lead">{t('recalls.lead')}</p>
      {viewer?.role !== 'investigator' && <DisclosureTabs current="recalls" t={t} />}
      <Tabs
        label={t('recalls.lists')}
        tabs={RECALL_LISTS.map((key) => ({
          href: paths.recallList(key),
          label: t(`recalls.list.${key}`),
          count: f.number(counts[key]),
          is_current: key === list,
        }))}
      />
      <section class="card">
        <Table
          caption={t('recalls.title')}
          is_caption_hidden
          rows={recalls}
          empty={t(`recalls.none.${list}`)}
          columns={[
            { head: t('recalls.copy'), is_name: true, cell: (one) => <What {...{ one, t, f }} /> },
            { head: t('recalls.why'), cell: (one) => t(`disclosures.cause.${one.cause}`) },
            {
              head: t('disclosures.to'),
              cell: (one) => one.given_to?.[t.language] ?? t(`disclosures.recipient.${one.recipient}`),
            },
            { head: t('recalls.since'), cell: (one) => f.dateTime(one.opened_at) },
            ...(list === 'gone'
              ? []
              : [{ head: t('recalls.due'), cell: (one: Recall) => <Due {...{ one, t, f }} /> }]),
            { head: t('recalls.gone'), cell: (one) => <Said {...{ one, t, f }} /> },
          ]}
        />
      </section>
    </Page>
  )
}

const What = ({ one, t, f }: { one: Recall } & Pick<Props, 't' | 'f'>) => {
  if (one.fir)
    return (
      <>
        {t('recalls.answer')}
        <div class="small">
          {t('recalls.fir')} <Identifier>{f.digits(`${one.fir.fir_number}/${one.fir.fir_year}`)}</Identifier>
          {one.fir.station && `${between(t)}${one.fir.station[t.language]}`}
        </div>
      </>
    )
  if (one.recipient === 'officer') return <>{t('disclosures.kind.emergency')}</>
  return (
    <>
      {t('disclosures.kind.paper')}{' '}
      {one.print_number && <Identifier>{f.digits(one.print_number)}</Identifier>}
    </>
  )
}

const Due = ({ one: { clock }, t, f }: { one: Recall } & Pick<Props, 't' | 'f'>) => {
  if (clock === null) return null
  const on = f.date(clock.due_on)
  if (clock.is_late) return <Flag tone="red">{t('recalls.late', { on })}</Flag>
  return <Flag tone={clock.is_near ? 'amber' : 'plain'}>{on}</Flag>
}

/** The one act, a button for each thing he may say; or what was said. */
const Said = ({ one, t, f }: { one: Recall } & Pick<Props, 't' | 'f'>) => {
  if (one.confirmed_at !== null)
    return (
      <Flag tone="green">
        {one.said && t(`recalls.said.${one.said}`)}
        {between(t)}
        {f.dateTime(one.confirmed_at)}
      </Flag>
    )
  if (!one.may_confirm) return <Flag tone="amber">{t('recalls.open')}</Flag>
  return (
    <Form action={paths.recallConfirmations(one.recall_id)}>
      {RECALL_SAID.map((said) => (
        <Button key={said} kind="plain" name="said" value={said}>
          {t(`recalls.say.${said}`)}
        </Button>
      ))}
    </Form>
  )
}
