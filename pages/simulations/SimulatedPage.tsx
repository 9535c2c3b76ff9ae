import { paths } from '../../contract/paths.ts'
import type { Simulated } from '../../contract/simulations.ts'
import { Card, Cards } from '../ui/Card.tsx'
import { Explain } from '../ui/Explain.tsx'
import { explained } from '../ui/explained.ts'
import { Facts } from '../ui/Facts.tsx'
import { Light } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import { offenceWords } from '../ui/offence-words.ts'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { sideText } from './SimulationPage.tsx'

type Props = PageProps<Simulated>
type DutyRow = Props['duties'][number]

/** One person by the rules in force and by the draft, each date open to its arithmetic. Nobody's name is here. */
export const SimulatedPage = (props: Props) => {
  const { t, f } = props
  return (
    <Page {...props} title={t('simulations.person')} part="navigation.packs">
      <p>
        <a href={paths.simulation(props.simulation_id)}>{t('simulations.one')}</a>
      </p>
      <h1>{t('simulations.person')}</h1>
      {props.class !== props.was_class && (
        <Notice kind="warning" t={t}>
          {t('simulations.moved_on', { class: t(`simulations.class.${props.was_class}`) })}
        </Notice>
      )}
      <Facts
        facts={[
          { label: t('simulations.record'), value: <bdi dir="ltr">{props.record_number}</bdi> },
          { label: t('simulations.district'), value: props.district[t.language] },
          { label: t('simulations.class'), value: t(`simulations.class.${props.class}`) },
          { label: t('simulations.causes'), value: causesText(props) },
          { label: t('simulations.day'), value: f.date(props.from_on) },
        ]}
      />
      <Cards>
        <SideCard side="before" {...props} />
        <SideCard side="after" {...props} />
      </Cards>
      <Card heading={t('simulations.convictions')}>
        <Table
          caption={t('simulations.convictions')}
          is_caption_hidden
          rows={props.convictions}
          empty={t('simulations.convictions.none')}
          columns={convictionColumns(props)}
        />
      </Card>
      <Card heading={t('simulations.duties')}>
        <Table
          caption={t('simulations.duties')}
          is_caption_hidden
          rows={props.duties}
          empty={t('simulations.duties.none')}
          columns={dutyColumns(props)}
        />
      </Card>
    </Page>
  )
}

const causesText = ({ causes, t, f }: Props) =>
  causes.length === 0
    ? t('simulations.causes.together')
    : f.list(causes.map((name) => t.find(`packs.value.${name}`) ?? name))

const SideCard = ({ side, ...props }: Props & { side: 'before' | 'after' }) => {
  const { t, f } = props
  const { registration, standing } = props[side]
  const stands = sideText({ status: registration.status, standing, ends_on: registration.ends_on }, props)
  return (
    <Card heading={t(`simulations.${side}`)}>
      {registration.steps.length > 0 ? (
        <Explain value={<strong>{stands}</strong>} steps={explained(registration.steps, t, f)} t={t} />
      ) : (
        <strong>{stands}</strong>
      )}
      <p>{t.find(`simulations.standing.${standing}`) ?? standing}</p>
    </Card>
  )
}

const outcomeText = (outcome: string | null, { t }: Props) =>
  outcome === null ? '—' : (t.find(`law.outcome.${outcome}`) ?? outcome)

const convictionColumns = (props: Props): Column<Props['convictions'][number]>[] => {
  const { t, f } = props
  return [
    { head: t('simulations.offence'), is_name: true, cell: ({ offence }) => offenceWords(offence, t) },
    { head: t('simulations.convicted_on'), cell: ({ convicted_on }) => f.date(convicted_on) },
    { head: t('simulations.before'), cell: ({ before }) => outcomeText(before, props) },
    { head: t('simulations.after'), cell: ({ after }) => outcomeText(after, props) },
  ]
}

const dutyColumns = (props: Props): Column<DutyRow>[] => {
  const { t } = props
  return [
    { head: t('duties.what'), is_name: true, cell: ({ duty }) => t(`duties.name.${duty}`) },
    { head: t('simulations.before'), cell: ({ before }) => <DutySide duty={before} {...props} /> },
    { head: t('simulations.after'), cell: ({ after }) => <DutySide duty={after} {...props} /> },
  ]
}

const DutySide = ({ duty, t, f }: Props & { duty: DutyRow['before'] }) => {
  if (duty === null) return <>{t('simulations.not_owed')}</>
  const value = duty.due_at
    ? f.dateTime(duty.due_at)
    : duty.due_on
      ? f.date(duty.due_on)
      : t('duties.no_date')
  return (
    <>
      <Explain value={<strong>{value}</strong>} steps={explained(duty.steps, t, f)} t={t} />
      <Light state={duty.state} days={duty.days} t={t} />
    </>
  )
}
