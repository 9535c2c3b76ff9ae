import type { CheckShown } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { CHECKLIST } from '../../domain/check/screen.ts'
import { slipLabels } from '../clearances/SlipFields.tsx'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card, Cards } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Flag } from '../ui/Light.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { AnswerCard } from './AnswerCard.tsx'
import { caseFacts, paperFacts, suspectFacts } from './Asked.tsx'
import { Screening } from './Screening.tsx'
import { SlipCard } from './SlipCards.tsx'
import { StepsCard } from './StepsCard.tsx'
import { clockTone, clockWords } from './words.ts'

type Props = PageProps<CheckShown>

/** One request: what is asked, where it stands, and what this officer does with it. */
export const CheckPage = (props: Props) => {
  const { t, form } = props
  return (
    <Page {...props} title={t('checks.one')} part="navigation.checks">
      <h1>{t('checks.one')}</h1>
      <ErrorSummary form={form} labels={labelsOf(props)} t={t} />
      <Cards>
        <div class="column">
          <Standing {...props} />
          <Card heading={t('checks.suspect')}>
            <Facts facts={suspectFacts(props)} />
          </Card>
          <Card heading={t('checks.case')}>
            <Facts facts={[...caseFacts(props), ...paperFacts(props)]} />
          </Card>
        </div>
        <div class="column">
          <AnswerCard {...props} />
          <SlipCard {...props} />
          <Screening {...props} />
          <StepsCard {...props} />
        </div>
      </Cards>
    </Page>
  )
}

const labelsOf = ({ t }: Props) => ({
  ...Object.fromEntries(CHECKLIST.map((item) => [item, t(`checks.list.${item}`)])),
  ...{ return_reason: t('checks.reason'), refusal_reason: t('checks.reason') },
  ...{ return_note: t('checks.note'), refusal_note: t('checks.note') },
  ...slipLabels(t),
})

const Standing = ({ check_id, stage, clock, may, ...props }: Props) => {
  const { t, f } = props
  return (
    <Card heading={t('checks.stands')}>
      <p>
        <Flag tone="plain">{t(`checks.stage.${stage}`)}</Flag>{' '}
        {clock && <Flag tone={clockTone(clock)}>{clockWords(clock, t, f)}</Flag>}
      </p>
      <Facts
        facts={[
          {
            label: t('checks.asked_by'),
            value: props.asked_by[t.language],
            note: props.district[t.language],
          },
          ...(clock ? [{ label: t('checks.due_at'), value: f.dateTime(clock.due_at) }] : []),
        ]}
      />
      {may.compare && (
        <Buttons>
          <ButtonLink href={paths.checkDesk(check_id)} kind="main">
            {t('checks.to_desk')}
          </ButtonLink>
        </Buttons>
      )}
      {(may.screen || may.compare) && (
        <p class="small">
          <a href={paths.newConflict('check', check_id)}>{t('approvals.conflict')}</a>
        </p>
      )}
      {may.change && (
        <Buttons>
          <ButtonLink href={paths.checkStep(check_id, 'send')} kind="main">
            {t('checks.go_on')}
          </ButtonLink>
        </Buttons>
      )}
    </Card>
  )
}
