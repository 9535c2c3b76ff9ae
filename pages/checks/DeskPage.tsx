import type { CheckDesk } from '../../contract/check-answers.ts'
import { paths } from '../../contract/paths.ts'
import { NEEDS, OUTCOMES } from '../../domain/check/answer.ts'
import { Button } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card, Cards } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { ChoiceField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Flag } from '../ui/Light.tsx'
import { nameText } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { TypedText } from '../ui/TypedText.tsx'
import { Answer } from './Answer.tsx'
import { caseFacts, suspectFacts } from './Asked.tsx'
import { Candidates } from './Candidates.tsx'
import { DeskSlips } from './SlipCards.tsx'
import { StepsCard } from './StepsCard.tsx'
import { clockTone, clockWords } from './words.ts'

type Props = PageProps<CheckDesk>

/** The Bureau's desk: the request, those who may be meant, the answer, and its second officer. */
export const DeskPage = (props: Props) => {
  const { t, f, form, clock, stage, steps } = props
  const labels = {
    ...{ outcome: t('checks.outcome'), person_id: t('checks.person'), needs: t('checks.needs') },
    reason: t('checks.send_back.reason'),
  }
  return (
    <Page {...props} title={t('checks.desk')} part="navigation.checks">
      <h1>{t('checks.desk')}</h1>
      <ErrorSummary form={form} labels={labels} t={t} />
      <p>
        <Flag tone="plain">{t(`checks.stage.${stage}`)}</Flag>{' '}
        {clock && <Flag tone={clockTone(clock)}>{clockWords(clock, t, f)}</Flag>}
      </p>
      <SentBack {...props} />
      <Cards>
        <div class="column">
          <Card heading={t('checks.suspect')}>
            <Facts facts={suspectFacts(props)} />
          </Card>
        </div>
        <div class="column">
          <Card heading={t('checks.case')}>
            <Facts facts={caseFacts(props)} />
          </Card>
        </div>
      </Cards>
      {props.asked.suspect && <Candidates {...props} />}
      <DeskSlips {...props} />
      <Proposed {...props} />
      <Propose {...props} />
      <StepsCard {...{ steps, t, f }} />
      <p class="small">
        <a href={paths.newConflict('check', props.check_id)}>{t('approvals.conflict')}</a>
      </p>
    </Page>
  )
}

const SentBack = ({ sent_back, t }: Props) =>
  sent_back ? (
    <Notice kind="warning" t={t} heading={t('checks.sent_back')}>
      <TypedText>{sent_back}</TypedText>
    </Notice>
  ) : null

/** What would be answered, and the two things that a second officer says to it. */
const Proposed = (props: Props) => {
  const { proposed, check_id, may, form, t, f } = props
  if (!proposed) return null
  const hidden = { shown_hash: proposed.shown_hash }
  return (
    <Card heading={t('checks.proposed')}>
      <p class="small">
        {proposed.proposed_by[t.language]}
        {between(t)}
        {f.dateTime(proposed.proposed_at)}
      </p>
      <Answer content={proposed.content} district={proposed.district?.[t.language] ?? null} t={t} f={f} />
      {proposed.is_own && (
        <Notice kind="info" t={t}>
          {t('checks.proposed.own')}
        </Notice>
      )}
      {may.release && (
        <Form action={`${paths.check(check_id)}/releases`} hidden={hidden}>
          <Button>{t('checks.release')}</Button>
        </Form>
      )}
      {may.send_back && (
        <details open={form !== undefined && 'reason' in form.values}>
          <summary>{t('checks.send_back.open')}</summary>
          <Form action={`${paths.check(check_id)}/send-backs`} hidden={hidden}>
            <TextArea {...{ t, form }} name="reason" rows={2} label={t('checks.send_back.reason')} />
            <Button kind="plain">{t('checks.send_back')}</Button>
          </Form>
        </details>
      )}
    </Card>
  )
}

const Propose = ({ may, check_id, candidates, granted, form, t, f }: Props) => {
  // Whoever is not on the register today is never the answer.
  const answerable = candidates.filter(({ is_active }) => is_active)
  return may.answer ? (
    <Card heading={t('checks.answer')}>
      <Form action={`${paths.check(check_id)}/answers`}>
        <ChoiceField
          {...{ t, form }}
          name="outcome"
          label={t('checks.outcome')}
          choices={OUTCOMES.map((value) => ({
            ...{ value, label: t(`checks.outcome.${value}`), hint: t(`checks.outcome.${value}.when`) },
          }))}
        />
        {answerable.length > 0 && (
          <ChoiceField
            {...{ t, form }}
            name="person_id"
            label={t('checks.person')}
            hint={t('checks.person.hint', {
              fields: f.list(granted.map((field) => t(`checks.given.${field}`))),
            })}
            choices={answerable.map(({ person_id, record_number, name }) => ({
              ...{ value: person_id, label: [record_number, nameText(name, t)].join(between(t)) },
            }))}
            is_optional
          />
        )}
        <ChoiceField
          {...{ t, form }}
          name="needs"
          label={t('checks.needs')}
          choices={NEEDS.map((value) => ({ value, label: t(`checks.need.${value}`) }))}
          is_many
          is_optional
        />
        <Button>{t('checks.answer.send')}</Button>
      </Form>
    </Card>
  ) : null
}
