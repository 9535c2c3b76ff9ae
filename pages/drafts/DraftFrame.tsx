import type { ComponentChildren } from 'preact'
import type { DraftView } from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import { type DraftStep, STEPS } from '../../domain/draft/completeness.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Step, Steps } from '../ui/Steps.tsx'
import { TypedText } from '../ui/TypedText.tsx'

export type DraftProps = PageProps<DraftView & { now: string }>

/** A step is done when all it asks for is there; the look-up belongs to the person. */
function stateOf(
  { missing, is_searched, ruling }: DraftProps,
  step: DraftStep,
  current: DraftStep,
): Step['state'] {
  if (step === current) return 'current'
  if (step === 'preview') return ruling ? 'done' : 'ahead'
  if (step === 'check') return 'ahead'
  const lacks = missing.some((one) => one.step === step) || (step === 'person' && !is_searched)
  return lacks ? 'ahead' : 'done'
}

type FrameOptions = {
  draft: DraftProps
  step: DraftStep
  labels?: Record<string, string>
  children?: ComponentChildren
}

/** One step of a draft: how far it has come, why it was given back, what was wrong, and the step itself. */
export const DraftFrame = ({ draft, step, labels = {}, children }: FrameOptions) => {
  const { t, f, form, is_open, draft_id } = draft
  const steps = STEPS.map((one) => ({
    label: t(`drafts.step.${one}`),
    state: stateOf(draft, one, step),
    href: paths.draftStep(draft_id, one),
  }))
  return (
    <Page {...draft} title={t(`drafts.step.${step}`)} part="navigation.drafts">
      <Steps steps={steps} t={t} f={f} />
      <ErrorSummary form={form} labels={labels} t={t} />
      <h1>{t(`drafts.step.${step}`)}</h1>
      <ReturnReason {...draft} />
      {is_open ? children : <Closed {...draft} />}
    </Page>
  )
}

const Closed = ({ t, draft_id }: DraftProps) => (
  <>
    <Notice kind="info" t={t}>
      {t('drafts.closed')}
    </Notice>
    <ButtonLink href={paths.draft(draft_id)}>{t('drafts.overview')}</ButtonLink>
  </>
)

/** Why the Bureau gave it back, before anything else. */
export const ReturnReason = ({ return_reason, t }: DraftProps) =>
  return_reason === null ? null : (
    <Notice kind="warning" t={t} heading={t('drafts.return_reason')}>
      <TypedText>{return_reason}</TypedText>
    </Notice>
  )

/** Said of every draft alike, so that it tells nothing of any. */
export const BureauCompares = ({ t }: Pick<DraftProps, 't'>) => (
  <Notice kind="info" t={t} heading={t('drafts.compare')}>
    {t('drafts.compare.what')}
  </Notice>
)

/** The version this page was made from; a save on another one is refused. */
export const versionOf = ({ body_version }: Pick<DraftView, 'body_version'>) => ({
  body_version: String(body_version),
})
