import { MATCH_DECISIONS, type Match } from '../../contract/matches.ts'
import { paths } from '../../contract/paths.ts'
import { SlipFields, slipLabels } from '../clearances/SlipFields.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { ChoiceField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Flag } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { DECISION_TONES } from './MatchesPage.tsx'
import { ReasonFields } from './ReasonFields.tsx'
import { Sides } from './Sides.tsx'
import { Waterfall } from './Waterfall.tsx'

type Props = PageProps<Match>

/** Two records beside each other, why they may be of one person, and what the officer says. */
export const MatchPage = (props: Props) => {
  const { t, form, verdict, vetoes } = props
  const labels = {
    decision: t('matches.decide'),
    reason_code: t('matches.reason_code'),
    reason: t('matches.reason'),
    ...{ side: t('clearances.side'), ...slipLabels(t) },
  }
  return (
    <Page {...props} title={t('matches.pair')} part="navigation.matches">
      <ErrorSummary form={form} labels={labels} t={t} />
      <h1>{t('matches.pair')}</h1>
      <p class="lead">{t(`matches.verdict.${verdict}`)}</p>
      {vetoes.length > 0 && (
        <Notice kind="warning" t={t} heading={t('matches.veto')}>
          {vetoes.map((veto) => (
            <p key={veto}>{t(`matches.veto.${veto}`)}</p>
          ))}
          <p>{t('matches.veto.what')}</p>
        </Notice>
      )}
      <Sides {...props} />
      <Waterfall {...props} />
      {props.is_cleared && (
        <Notice kind="warning" t={t} heading={t('clearances.known')}>
          {t('clearances.known.what')}
        </Notice>
      )}
      <Doubts {...props} />
      <Slips {...props} />
      <Decide {...props} />
      <Said {...props} />
    </Page>
  )
}

const Doubts = ({ doubts, approval_id, t }: Props) =>
  doubts.length === 0 ? null : (
    <Notice kind="info" t={t} heading={t('matches.doubt')}>
      {doubts.map((doubt) => (
        <p key={doubt}>{t(`matches.doubt.${doubt}`)}</p>
      ))}
      {approval_id && <a href={paths.approval(approval_id)}>{t('matches.open_proposal')}</a>}
    </Notice>
  )

/** Slips of this pair, and the request of a man who asks for one. */
const Slips = ({ match_pair_id, clearances, may_clear, form, t }: Props) =>
  clearances.length + may_clear.length === 0 ? null : (
    <Card heading={t('clearances.title')}>
      {clearances.map(({ clearance_id, side, slip_number, withdrawn_at }) => (
        <p key={clearance_id}>
          {t(`clearances.side.${side}`)}:{' '}
          <a href={paths.clearance(clearance_id)}>
            {slip_number
              ? t(withdrawn_at ? 'clearances.withdrawn' : 'clearances.issued', { number: slip_number })
              : t(withdrawn_at ? 'clearances.refused' : 'clearances.waits')}
          </a>
        </p>
      ))}
      {may_clear.length > 0 && (
        <Form action={paths.matchClearances(match_pair_id)}>
          <p>{t('clearances.ask.what')}</p>
          <ChoiceField
            {...{ t, form }}
            name="side"
            label={t('clearances.side')}
            choices={may_clear.map((value) => ({ value, label: t(`clearances.side.${value}`) }))}
          />
          <SlipFields {...{ t, form }} />
          <Button>{t('clearances.ask')}</Button>
        </Form>
      )}
    </Card>
  )

const Decide = ({ match_pair_id, one, form, t }: Props) => (
  <Card>
    <Form action={paths.matchDecisions(match_pair_id)}>
      <ChoiceField
        {...{ t, form }}
        name="decision"
        label={t('matches.decide')}
        choices={MATCH_DECISIONS.map((value) => ({
          value,
          label: t(`matches.decision.${value}`),
          hint:
            value === 'same' && one.kind === 'draft'
              ? t('matches.decision.same.draft_hint')
              : t(`matches.decision.${value}.hint`),
        }))}
      />
      <ReasonFields {...{ t, form }} />
      <Button>{t('matches.say')}</Button>
    </Form>
  </Card>
)

const Said = ({ decisions, t, f }: Props) => (
  <Card heading={t('matches.said')}>
    <Table
      caption={t('matches.said')}
      is_caption_hidden
      rows={decisions}
      empty={t('matches.said.none')}
      columns={[
        {
          head: t('matches.said'),
          is_name: true,
          cell: ({ decision }) => (
            <Flag tone={DECISION_TONES[decision]}>{t(`matches.decision.${decision}`)}</Flag>
          ),
        },
        { head: t('matches.reason_code'), cell: ({ reason_code }) => t(`matches.reason.${reason_code}`) },
        { head: t('matches.reason'), cell: ({ reason }) => <bdi>{reason}</bdi> },
        { head: t('matches.said.by'), cell: ({ by }) => by[t.language] },
        { head: t('matches.said.at'), cell: ({ decided_at }) => f.dateTime(decided_at) },
      ]}
    />
  </Card>
)
