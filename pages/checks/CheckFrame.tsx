import type { ComponentChildren } from 'preact'
import type { CheckDraft } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { CHECK_STEPS, type CheckStep } from '../../domain/check/request.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Step, Steps } from '../ui/Steps.tsx'
import { TypedText } from '../ui/TypedText.tsx'

export type CheckProps = PageProps<CheckDraft & { now: string }>

function stateOf({ missing, refusals }: CheckProps, step: CheckStep, current: CheckStep): Step['state'] {
  if (step === current) return 'current'
  if (step === 'send') return 'ahead'
  return [...missing, ...refusals].some((one) => one.step === step) ? 'ahead' : 'done'
}

type FrameOptions = {
  check: CheckProps
  step: CheckStep
  labels?: Record<string, string>
  children?: ComponentChildren
}

/** One step of a request: how far it has come, why it came back, what was wrong, and the step itself. */
export const CheckFrame = ({ check, step, labels = {}, children }: FrameOptions) => {
  const { t, f, form, is_open, check_id } = check
  const steps = CHECK_STEPS.map((one) => ({
    label: t(`checks.step.${one}`),
    state: stateOf(check, one, step),
    href: paths.checkStep(check_id, one),
  }))
  return (
    <Page {...check} title={t(`checks.step.${step}`)} part="navigation.checks">
      <Steps steps={steps} t={t} f={f} />
      <ErrorSummary form={form} labels={labels} t={t} />
      <h1>{t(`checks.step.${step}`)}</h1>
      <Returned {...check} />
      {is_open ? (
        children
      ) : (
        <>
          <Notice kind="info" t={t}>
            {t('checks.closed')}
          </Notice>
          <ButtonLink href={paths.check(check_id)}>{t('checks.open')}</ButtonLink>
        </>
      )}
    </Page>
  )
}

/** Why it came back, before anything else. */
const Returned = ({ returned, t }: CheckProps) =>
  returned === null ? null : (
    <Notice kind="warning" t={t} heading={t('checks.returned')}>
      {returned.reason && <p>{t.find(`checks.reason.${returned.reason}`) ?? returned.reason}</p>}
      {returned.note && (
        <p>
          <TypedText>{returned.note}</TypedText>
        </p>
      )}
    </Notice>
  )

/** The version this page was made from; a save on another one is refused. */
export const versionOf = ({ body_version }: Pick<CheckDraft, 'body_version'>) => ({
  body_version: String(body_version),
})
