import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckAnswers } from '../ui/CheckAnswers.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { ChoiceField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { legalAnswersOf } from './answers.tsx'
import type { DraftProps } from './DraftFrame.tsx'
import { LegalWord } from './LegalWord.tsx'
import { Ruling } from './Ruling.tsx'

const DECISIONS = ['registrable', 'not_registrable'] as const

/** Both tests with their reasons, the facts they read, and the legal officer's decision on exactly these. */
export const LegalPage = (props: DraftProps) => {
  const { t, f, form, ruling, stage } = props
  const labels = { decision: t('drafts.legal.decision'), reason: t('drafts.legal.reason') }
  return (
    <Page {...props} title={t('drafts.legal')} part="navigation.drafts">
      <ErrorSummary form={form} labels={labels} t={t} />
      <h1>{t('drafts.legal')}</h1>
      {ruling && <Ruling ruling={ruling} legal={props.legal} t={t} f={f} />}
      <Card heading={t('drafts.draft')}>
        <CheckAnswers answers={legalAnswersOf(props)} t={t} />
      </Card>
      <LegalWord {...props} />
      {stage === 'legal' && ruling ? (
        <Decision {...props} ruling_hash={ruling.ruling_hash} />
      ) : (
        <Notice kind="info" t={t}>
          {t('drafts.legal.not_here')}
        </Notice>
      )}
      <p>
        <a href={paths.newConflict('draft', props.draft_id)}>{t('approvals.conflict')}</a>
      </p>
    </Page>
  )
}

const Decision = ({ t, form, draft_id, ruling_hash }: DraftProps & { ruling_hash: string }) => (
  <Card heading={t('drafts.legal.decide')}>
    <p>{t('drafts.legal.what')}</p>
    <Form action={paths.draftAct(draft_id, 'legal-decisions')} hidden={{ ruling_hash }}>
      <ChoiceField
        {...{ t, form }}
        name="decision"
        label={t('drafts.legal.decision')}
        choices={DECISIONS.map((value) => ({ value, label: t(`drafts.legal.${value}`) }))}
      />
      <TextArea
        {...{ t, form }}
        name="reason"
        label={t('drafts.legal.reason')}
        hint={t('drafts.legal.reason.hint')}
      />
      <Button>{t('drafts.legal.decide')}</Button>
    </Form>
  </Card>
)
