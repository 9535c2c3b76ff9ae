import type { EmergencyFinding, EmergencyList, EmergencyRow } from '../../contract/emergencies.ts'
import { paths } from '../../contract/paths.ts'
import { FOLLOW_UPS } from '../../domain/emergency/review.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { TypedText } from '../ui/TypedText.tsx'
import { clockTone, clockWords } from './words.ts'

type Props = PageProps<EmergencyList>

/** Uses that the officer made or may review; for an administrator, what was found without reason. */
export const EmergenciesPage = (props: Props) => {
  const { t, form, may } = props
  return (
    <Page {...props} title={t('emergencies.title')} part="navigation.emergencies">
      <h1>{t('emergencies.title')}</h1>
      <ErrorSummary form={form} labels={{ did: t('emergencies.did') }} t={t} />
      <p class="lead">{t('emergencies.lead')}</p>
      {may.open && (
        <Buttons>
          <ButtonLink href={paths.newEmergency()} kind="danger">
            {t('emergencies.new')}
          </ButtonLink>
        </Buttons>
      )}
      {may.follow_up ? <Findings {...props} /> : <Uses {...props} />}
    </Page>
  )
}

const Uses = (props: Props) => (
  <Card heading={props.t('emergencies.list')}>
    <Table
      caption={props.t('emergencies.list')}
      is_caption_hidden
      rows={props.emergencies}
      empty={props.t('emergencies.none')}
      columns={usesColumns(props)}
    />
  </Card>
)

function usesColumns({ t, f }: Props): Column<EmergencyRow>[] {
  return [
    { head: t('emergencies.used_at'), is_name: true, cell: ({ used_at }) => f.dateTime(used_at) },
    {
      head: t('emergencies.by'),
      cell: ({ used_by, unit }) => (
        <div>
          <bdi>{used_by[t.language]}</bdi>
          <div class="small">{unit[t.language]}</div>
        </div>
      ),
    },
    { head: t('emergencies.danger'), cell: ({ danger }) => t(`emergencies.danger.${danger}`) },
    { head: t('emergencies.said'), cell: ({ outcome }) => t(`emergencies.outcome.${outcome}`) },
    {
      head: t('emergencies.clock'),
      cell: ({ clock, finding }) =>
        clock ? (
          <Flag tone={clockTone(clock)}>{clockWords(clock, t, f)}</Flag>
        ) : (
          finding && (
            <Flag tone={finding === 'justified' ? 'green' : 'red'}>
              {t(`emergencies.finding.${finding}`)}
            </Flag>
          )
        ),
    },
    { head: t('emergencies.act'), cell: (row) => <Go {...{ row, t }} /> },
  ]
}

const Go = ({ row: { emergency_id, may }, t }: { row: EmergencyRow } & Pick<Props, 't'>) => {
  if (may.read) return <a href={paths.emergency(emergency_id)}>{t('emergencies.go.read')}</a>
  if (may.review) return <a href={paths.emergencyReview(emergency_id)}>{t('emergencies.go.review')}</a>
  return may.see ? <a href={paths.emergencyReview(emergency_id)}>{t('emergencies.go.see')}</a> : null
}

const Findings = ({ t, f, findings }: Props) => (
  <Card heading={t('emergencies.findings')}>
    <p>{t('emergencies.findings.what')}</p>
    <Table
      caption={t('emergencies.findings')}
      is_caption_hidden
      rows={findings}
      empty={t('emergencies.findings.none')}
      columns={[
        {
          head: t('emergencies.officer'),
          is_name: true,
          cell: (one) => (
            <div>
              <a href={paths.officer(one.officer_id)}>{one.used_by[t.language]}</a>
              <div class="small">
                <Identifier>{one.badge}</Identifier>
              </div>
            </div>
          ),
        },
        {
          head: t('emergencies.reviewed_by'),
          cell: (one) => (
            <div>
              <bdi>{one.reviewed_by[t.language]}</bdi>
              <div class="small">{f.dateTime(one.reviewed_at)}</div>
            </div>
          ),
        },
        {
          head: t('emergencies.review.reasons'),
          cell: ({ reasons }) => (reasons ? <TypedText>{reasons}</TypedText> : t('ui.not_known')),
        },
        { head: t('emergencies.did'), cell: (one) => <Did {...{ one, t, f }} /> },
      ]}
    />
  </Card>
)

/** The one act, a button for each thing that can have been done; or what was. */
const Did = ({ one, t, f }: { one: EmergencyFinding } & Pick<Props, 't' | 'f'>) => {
  if (one.did && one.done_at)
    return (
      <Flag tone="green">
        {t(`emergencies.did.${one.did}`)}
        {between(t)}
        {f.dateTime(one.done_at)}
      </Flag>
    )
  return (
    <Form action={paths.emergencyFollowUps(one.emergency_id)}>
      {FOLLOW_UPS.map((did) => (
        <Button key={did} kind="plain" name="did" value={did}>
          {t(`emergencies.did.${did}`)}
        </Button>
      ))}
    </Form>
  )
}
