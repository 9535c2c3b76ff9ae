import { paths } from '../../contract/paths.ts'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckAnswers } from '../ui/CheckAnswers.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Page } from '../ui/Page.tsx'
import { answersOf } from './answers.tsx'
import { Doubts } from './Doubts.tsx'
import { BureauCompares, type DraftProps, ReturnReason } from './DraftFrame.tsx'
import { LegalWord } from './LegalWord.tsx'
import { Ruling } from './Ruling.tsx'

/** One draft, whole: where it stands, what the law says, all its facts. */
export const DraftPage = (props: DraftProps) => {
  const { t, f, ruling, is_open, draft_id, viewer, stage } = props
  return (
    <Page {...props} title={t('drafts.draft')} part="navigation.drafts">
      <h1>{t('drafts.draft')}</h1>
      <ReturnReason {...props} />
      <section class="card">
        <Standing {...props} />
      </section>
      <Buttons>
        {is_open && (
          <>
            <ButtonLink href={paths.draftStep(draft_id, nextStep(props))} kind="main">
              {t('drafts.go_on')}
            </ButtonLink>
            <ButtonLink href={paths.draftAct(draft_id, 'discard')}>{t('drafts.discard')}</ButtonLink>
          </>
        )}
        {viewer?.role === 'legal_officer' && stage === 'legal' && (
          <ButtonLink href={paths.draftAct(draft_id, 'legal')} kind="main">
            {t('drafts.legal.open')}
          </ButtonLink>
        )}
      </Buttons>
      <Doubts {...props} />
      {ruling && <Ruling ruling={ruling} legal={props.legal} t={t} f={f} />}
      <LegalWord {...props} />
      <Card heading={t('drafts.facts')}>
        <CheckAnswers answers={answersOf(props)} t={t} />
      </Card>
      <BureauCompares t={t} />
    </Page>
  )
}

/** The first step that lacks something; the check when none does. */
const nextStep = ({ missing, is_searched }: DraftProps) => {
  const [first] = missing
  return first?.step === 'source' ? 'source' : is_searched ? (first?.step ?? 'check') : 'person'
}

const Standing = ({
  t,
  f,
  stage,
  district,
  origin,
  created_at,
  submitted_at,
  identity_outcome,
}: DraftProps) => (
  <Facts
    facts={[
      { label: t('drafts.stage'), value: t(`drafts.stage.${stage}`) },
      { label: t('drafts.district'), value: district[t.language] },
      { label: t('drafts.origin'), value: t(`drafts.origin.${origin}`) },
      { label: t('drafts.created'), value: f.dateTime(created_at) },
      { label: t('drafts.submitted'), value: submitted_at ? f.dateTime(submitted_at) : t('ui.none') },
      ...(identity_outcome
        ? [{ label: t('drafts.identity'), value: t(`drafts.identity.${identity_outcome}`) }]
        : []),
    ]}
  />
)
