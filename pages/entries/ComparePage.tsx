import type { EntryComparison } from '../../contract/entries.ts'
import { paths } from '../../contract/paths.ts'
import { BothTests } from '../ui/BothTests.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Flag, Light } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { packWords } from '../ui/pack-words.ts'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { type ComparisonRow, comparisonRows } from './comparison-rows.ts'
import { Approve, decisionLabels, GiveBack } from './Decision.tsx'
import { Flags } from './Flags.tsx'
import { HeldPeople } from './HeldPeople.tsx'

type Props = PageProps<EntryComparison>

/** One entry beside all it must agree with, and the decision under it. */
export const ComparePage = (props: Props) => {
  const { t, f, form, shown, held } = props
  return (
    <Page {...props} title={t('entries.compare')} part="navigation.entries">
      <h1>{t('entries.compare')}</h1>
      {form?.code === 'step_up_needed' ? (
        <Notice kind="info" t={t}>
          {t('entries.after_step_up')}
        </Notice>
      ) : (
        <ErrorSummary form={form} labels={decisionLabels(t)} t={t} />
      )}
      <Summary {...props} />
      {held.length > 0 && <HeldPeople {...props} />}
      <Card heading={t('entries.beside')}>
        <Beside {...props} />
      </Card>
      <Card heading={t('entries.eligibility')}>
        <BothTests tests={shown.eligibility} t={t} f={f} />
        <p class="small">
          {props.pack ? packWords(props.pack, t, f) : t('entries.pack_undone', { pack: shown.pack })}
        </p>
        {shown.legal && <p>{t('entries.legal', { reason: shown.legal.reason })}</p>}
      </Card>
      <Approve {...props} />
      <GiveBack {...props} />
      <p>
        <a href={paths.newConflict('draft', props.shown.draft_id)}>{props.t('approvals.conflict')}</a>
      </p>
    </Page>
  )
}

const Summary = ({ t, f, author, district, proposed_at, clock, flags, shown }: Props) => (
  <section class="card">
    <Facts
      facts={[
        { label: t('entries.flags'), value: <Flags flags={flags} t={t} /> },
        { label: t('entries.district'), value: district[t.language] },
        { label: t('entries.author'), value: author[t.language], note: f.dateTime(proposed_at) },
        ...(clock
          ? [
              {
                label: t('entries.clock'),
                value: <Light state={clock.days_left < 0 ? 'overdue' : 'due'} days={clock.days_left} t={t} />,
                note: f.date(clock.due_on),
              },
            ]
          : []),
        {
          label: t('entries.identity'),
          value: identityText(shown.identity, t, f),
          note: `${t('entries.identity.asked_at')}: ${f.dateTime(shown.identity.asked_at)}`,
        },
      ]}
    />
  </section>
)

function identityText({ outcome, fields_differ }: Props['shown']['identity'], t: Props['t'], f: Props['f']) {
  const fields = f.list(fields_differ.map((field) => t(`entries.identity.field.${field}`)))
  return outcome === 'mismatch'
    ? t('entries.identity.mismatch', { fields })
    : t(`entries.identity.${outcome}`)
}

const Text = ({ text }: { text: string | null }) => (text === null ? <>—</> : <bdi dir="auto">{text}</bdi>)

const Beside = (props: Props) => {
  const { t, f, return_row } = props
  return (
    <>
      {!return_row && <p class="muted">{t('entries.no_return')}</p>}
      <Table
        caption={t('entries.beside')}
        is_caption_hidden
        rows={comparisonRows(props, t, f)}
        empty={t('ui.none')}
        columns={[
          { head: t('entries.field'), is_name: true, cell: (row) => t(`entries.field.${row.field}`) },
          { head: t('entries.entry'), cell: (row) => <Text text={row.entry} /> },
          ...(return_row
            ? [
                {
                  head: t('entries.return_row', { line: return_row.line }),
                  cell: (row: ComparisonRow) => (
                    <>
                      <Text text={row.returned} />{' '}
                      {row.is_changed && <Flag tone="amber">{t('entries.differs')}</Flag>}
                    </>
                  ),
                },
              ]
            : []),
          { head: t('entries.identity'), cell: (row) => <Identity row={row} t={t} /> },
        ]}
      />
    </>
  )
}

const Identity = ({ row: { identity }, t }: { row: ComparisonRow; t: Props['t'] }) =>
  identity === null ? (
    <>—</>
  ) : (
    <Flag tone={identity === 'agrees' ? 'green' : 'red'}>{t(`entries.identity.${identity}`)}</Flag>
  )
